import { Camera, type CameraOptions, type FrameSize } from '../runtime/camera';
import type { DevicePosition } from '../../between/camera/feed';
import { reportFault } from '../../between/faults';
import { defineElement } from './element';

interface CameraProperties {
  mode: string;
  devicePosition: string;
  frameSize: string;
}

const POSITIONS: readonly string[] = ['front', 'back'] satisfies DevicePosition[];
const SIZES: readonly string[] = ['small', 'medium', 'large'] satisfies FrameSize[];

const optionsOf = ({ devicePosition, frameSize }: CameraProperties): CameraOptions => ({
  position: POSITIONS.includes(devicePosition) ? (devicePosition as DevicePosition) : 'back',
  frameSize: SIZES.includes(frameSize) ? (frameSize as FrameSize) : 'medium',
});

/** `flash` is taken and changes nothing: browsers have no flash. */
const camera = defineElement<CameraProperties>(
  'camera',
  {
    mode: { type: String, value: 'normal' },
    resolution: { type: String, value: 'medium' },
    devicePosition: { type: String, value: 'back' },
    flash: { type: String, value: 'auto' },
    frameSize: { type: String, value: 'medium' },
  } as never,
  (element) => {
    const viewport = element.host.closest<HTMLElement>('.phone-sheet') ?? document.body;
    const running = new Camera(viewport, element.inner(), {
      initDone: (detail) => element.emit('initdone', detail),
      failed: ({ errMsg, errno }) => element.emit('error', { errMsg, ...(errno !== undefined && { errno }) }),
      stopped: () => element.emit('stop'),
    });
    return {
      changed() {
        const { mode } = element.data;
        if (mode !== 'normal') return reportFault(new Error(`the simulator has no <camera mode="${mode}">`));
        running.use(optionsOf(element.data));
      },
      detached: () => running.release(),
    };
  },
);

export const cameraElements = [camera];
