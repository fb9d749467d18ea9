import { idCard as copy } from '../../../copy/real-name';
import { askForCamera, takePhoto } from '../../../services/camera';
import { confirmByTouch } from '../../../services/device';
import { pickPhoto } from '../../../services/photos';

interface FaultEvent {
  detail: { errMsg?: string };
}

/**
 * The rear camera with a frame of the shape of an identity card. Emits `photo` with where it lies, `back` where the
 * person gives up, `again` where the camera has been allowed meanwhile and the page has to be opened anew: a camera
 * that is taken away and put back stays black on Android.
 */
Component({
  data: { copy: copy.camera, ready: false, shooting: false, failed: false },
  methods: {
    onReady() {
      this.setData({ ready: true });
    },
    onFault(event: FaultEvent) {
      console.warn(`no camera: ${event.detail.errMsg ?? 'stopped'}`);
      this.setData({ failed: true });
    },
    async onShutter() {
      if (!this.data.ready || this.data.shooting) return;
      this.setData({ shooting: true });
      try {
        const photo = await takePhoto('high');
        confirmByTouch();
        this.triggerEvent('photo', { photo });
      } catch (cause) {
        console.warn(`no photo: ${(cause as Error).message}`);
        this.setData({ failed: true });
      } finally {
        this.setData({ shooting: false });
      }
    },
    async onSettings() {
      if (await askForCamera()) this.triggerEvent('again');
    },
    async onSystem() {
      try {
        const photo = await pickPhoto('camera');
        if (photo !== undefined) this.triggerEvent('photo', { photo });
      } catch (cause) {
        console.warn(`no photo: ${String((cause as { errMsg?: string }).errMsg ?? cause)}`);
      }
    },
    onBack() {
      this.triggerEvent('back');
    },
  },
});
