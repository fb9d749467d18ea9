import type { Refusal } from '../../refusal';
import { controls } from '../../../copy/controls';
import { refusalWays } from '../../../copy/contacts';
import { openPage } from '../../../services/navigation';
import type { PageName } from '../../../services/navigation';
import { afterSignIn } from '../../../stores/after-sign-in';

const nothing: Refusal = { title: '', whatToDo: '', way: '', mayPass: false };

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
  data: { controls, ways: refusalWays },
  methods: {
    onWay() {
      const { way } = this.properties.words;
      if (way === 'sign-in') afterSignIn.remember(this.properties.page as PageName, this.properties.query);
      if (way !== '') void openPage(way);
    },
    onAgain() {
      this.triggerEvent('again');
    },
  },
});
