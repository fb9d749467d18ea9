import { cardRefusal } from './refusal';
import { photoFaults } from '../../../copy/permissions';
import type { FaultWords } from '../../../copy/permissions';
import { idCard as copy } from '../../../copy/real-name';
import { wayOutWords } from '../../../copy/way-out';
import { confirmByTouch, settingsPlace } from '../../../services/device';
import { scrollToTop } from '../../../services/navigation';
import { isMended, openMending } from '../../../services/permissions';
import { pickPhoto } from '../../../services/photos';
import type { PhotoDenial } from '../../../shared/denial';
import { bindStore } from '../../../stores/bind-store';
import { idCard } from '../../../stores/id-card';

/** A photograph that could not be chosen, and why. */
const atFirst: { denial: PhotoDenial | ''; words: FaultWords | null } = { denial: '', words: null };

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
  data: { copy, ways: { ...wayOutWords, person: copy.mend }, ...atFirst },
  pageLifetimes: {
    show() {
      void this.lookAgain();
    },
  },
  methods: {
    onShoot() {
      idCard.retake();
      this.triggerEvent('camera');
    },
    async onAlbum() {
      this.setData(atFirst);
      const picked = await pickPhoto('album');
      if (picked.kind === 'photo') idCard.take(picked.path);
      if (picked.kind === 'denied')
        this.setData({ denial: picked.denial, words: photoFaults(settingsPlace())[picked.denial] });
      else scrollToTop();
    },
    async onPermit() {
      const { denial, words } = this.data;
      if (words?.way === 'help') return this.onHelp();
      if (denial === '') return;
      await openMending(denial);
      await this.lookAgain();
    },
    /** Back from the settings: what no longer stands in the way is no longer shown. */
    async lookAgain() {
      const { denial, words } = this.data;
      if (denial !== '' && words?.way === 'mend' && (await isMended('photo', denial))) this.setData(atFirst);
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
