import { cameraFaults } from '../../../copy/permissions';
import { idCard as copy } from '../../../copy/real-name';
import { cameraFault, takePhoto } from '../../../services/camera';
import { confirmByTouch, settingsPlace } from '../../../services/device';
import { failureOf } from '../../../services/failure';
import { isMended, openMending } from '../../../services/permissions';
import { pickPhoto } from '../../../services/photos';
import { isDenial } from '../../../shared/denial';
import type { CameraFault, Failure } from '../../../shared/denial';

interface FaultEvent {
  detail: Failure;
}

/** Nothing is in the way until something is. */
const atFirst: { fault: CameraFault | '' } = { fault: '' };

/**
 * The rear camera with a frame of the shape of an identity card. Emits `photo` with where it lies, `back` where the
 * person gives up, `help` where they can't, and `again` where the page has to be opened anew: a camera that is taken
 * away and put back on the same page stays black on Android. It has left this page by then.
 */
Component({
  data: { copy: copy.camera, ...atFirst, words: cameraFaults('other').stopped, ready: false, shooting: false },
  pageLifetimes: {
    show() {
      void this.tryAgain();
    },
  },
  methods: {
    onReady() {
      this.setData({ ready: true });
    },
    onStop() {
      this.showFault('stopped');
    },
    async onFault(event: FaultEvent) {
      this.showFault(await cameraFault(event.detail));
    },
    showFault(fault: CameraFault) {
      this.setData({ fault, words: cameraFaults(settingsPlace())[fault], ready: false });
    },
    async onShutter() {
      if (!this.data.ready || this.data.shooting) return;
      this.setData({ shooting: true });
      try {
        const photo = await takePhoto('high');
        confirmByTouch();
        this.triggerEvent('photo', { photo });
      } catch (cause) {
        this.showFault(await cameraFault(failureOf(cause)));
      } finally {
        this.setData({ shooting: false });
      }
    },
    async onMend() {
      const { fault, words } = this.data;
      if (words.way === 'help') return this.onHelp();
      if (fault === '' || !isDenial(fault) || words.way !== 'mend') return this.triggerEvent('again');
      await openMending(fault);
      await this.tryAgain();
    },
    /** Back from the settings, whoever opened them. */
    async tryAgain() {
      const { fault, words } = this.data;
      if (fault === '' || !isDenial(fault) || words.way !== 'mend') return;
      if (await isMended('camera', fault)) this.triggerEvent('again');
    },
    async onSystem() {
      const picked = await pickPhoto('camera');
      if (picked.kind === 'photo') this.triggerEvent('photo', { photo: picked.path });
      if (picked.kind === 'denied') this.showFault(picked.denial);
    },
    onHelp() {
      this.triggerEvent('help');
    },
    onBack() {
      this.triggerEvent('back');
    },
  },
});
