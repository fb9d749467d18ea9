import type { Refusal } from '../../refusal';
import { controls } from '../../../copy/controls';
import { wayOutWords } from '../../../copy/way-out';
import { goBack } from '../../../services/navigation';
import type { PageName } from '../../../services/navigation';
import { openWayOut, placeOf } from '../../../stores/way-out';

const nothing: Refusal = { title: '', whatToDo: '', way: '', mayPass: false };
const atFirst: { way: Refusal['way'] } = { way: '' };

/** What was refused, and the way on: to sign in and come back, to another page, or to try again (emits `again`). */
Component({
  properties: {
    words: { type: Object, value: nothing },
    /** The page to come back to after a sign-in, and what it is opened with. */
    page: String,
    query: { type: Object, value: {} },
    /** True where there is nothing else on the page to press. */
    again: Boolean,
  },
  data: { controls, ways: wayOutWords, ...atFirst },
  observers: {
    /** Nobody is sent to the page where they are. */
    'words, page'({ way }: Refusal, page: string) {
      this.setData({ way: way === 'person' || (way !== '' && placeOf(way).page !== page) ? way : '' });
    },
  },
  methods: {
    onWay() {
      const { way } = this.data;
      const { page, query } = this.properties;
      if (way === 'person') void goBack();
      else if (way !== '') void openWayOut(way, { page: page as PageName, query });
    },
    onAgain() {
      this.triggerEvent('again');
    },
  },
});
