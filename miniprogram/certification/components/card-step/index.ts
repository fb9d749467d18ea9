import { cardRefusal } from './refusal';
import { idCard as copy } from '../../../copy/real-name';
import { wayOutWords } from '../../../copy/way-out';
import { confirmByTouch } from '../../../services/device';
import { scrollToTop } from '../../../services/navigation';
import { pickPhoto } from '../../../services/photos';
import { bindStore } from '../../../stores/bind-store';
import { idCard } from '../../../stores/id-card';

/**
 * One identity card, photographed and read. Emits `camera` where it is to be photographed, `done` once it is read,
 * `help` where there is none, and `way` with what must be done first.
 */
Component({
  behaviors: [
    bindStore(idCard, {
      stage: (store) => store.stage,
      photo: (store) => store.photo,
      sending: (store) => copy.sending(store.sent),
      refusal: (store) => cardRefusal(store.reading.trouble),
    }),
  ],
  properties: {
    progress: String,
    /** Whose card it is: the holder's own, or somebody else's. */
    own: { type: Boolean, value: true },
    /** Name and number can be mended on the way back. */
    mendable: Boolean,
  },
  data: { copy, ways: { ...wayOutWords, person: copy.mend }, notPicked: false },
  methods: {
    onShoot() {
      idCard.retake();
      this.triggerEvent('camera');
    },
    async onAlbum() {
      this.setData({ notPicked: false });
      try {
        const photo = await pickPhoto('album');
        if (photo !== undefined) idCard.take(photo);
        scrollToTop();
      } catch (cause) {
        console.warn(`no photo: ${String((cause as { errMsg?: string }).errMsg ?? cause)}`);
        this.setData({ notPicked: true });
      }
    },
    async onUse() {
      scrollToTop();
      if (await idCard.submit()) {
        confirmByTouch();
        this.triggerEvent('done');
      } else scrollToTop();
    },
    onWay() {
      const way = this.data.refusal?.way;
      if (way === 'retake') this.onShoot();
      else if (way === 'again') void this.onUse();
      else if (way === 'help') this.onHelp();
      else this.triggerEvent('way', { way });
    },
    onMend() {
      this.triggerEvent('way', { way: 'person' });
    },
    onDone() {
      this.triggerEvent('done');
    },
    onHelp() {
      this.triggerEvent('help');
    },
  },
});
