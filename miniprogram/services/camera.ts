import { errorOf } from './failure';
import { whyDenied } from './permissions';
import type { Point } from '../liveness/face-pose';
import { cameraFaultOf } from '../shared/denial';
import type { CameraFault, Failure } from '../shared/denial';

/** One picture of the camera, upright and not mirrored. */
export interface Frame {
  /** Milliseconds, by the phone's clock. */
  readonly at: number;
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, row by row. */
  readonly pixels: ArrayBuffer;
}

/** Why the camera has failed. */
export const cameraFault = async (failure: Failure): Promise<CameraFault> =>
  cameraFaultOf(await whyDenied('camera', failure), failure);

interface Page {
  setData(data: { hasCamera: boolean }, done: () => void): void;
}

/** After the page has let go of a `<camera>`, WeChat takes it down by itself a moment later. Milliseconds. */
const TAKING_DOWN_MS = 300;

/**
 * Takes the `<camera>` off a page that shows it while `hasCamera`. To be waited for before a page with another one opens:
 * with two of them at once WeChat refuses the second ("can insert only one camera"), or leaves it black.
 */
export const leaveCamera = (page: Page): Promise<void> =>
  new Promise((resolve) => page.setData({ hasCamera: false }, () => setTimeout(resolve, TAKING_DOWN_MS)));

/**
 * Hands over the frames of the camera on the shown page, from its `initdone` on.
 * @returns what ends it
 */
export const watchFrames = (saw: (frame: Frame) => void): (() => void) => {
  const listener = wx
    .createCameraContext()
    .onCameraFrame(({ width, height, data }) => saw({ at: Date.now(), width, height, pixels: data }));
  listener.start();
  return () => listener.stop();
};

/**
 * A photo: of a card, or of a face on phones that hand out no frames. Not mirrored: the person's left must stay theirs.
 * @returns its path
 */
export const takePhoto = (quality: 'normal' | 'high' = 'normal'): Promise<string> =>
  new Promise((resolve, reject) => {
    wx.createCameraContext().takePhoto({
      quality,
      selfieMirror: false,
      success: ({ tempImagePath }) => resolve(tempImagePath),
      fail: (failure) => reject(errorOf(failure)),
    });
  });

/** The phone's own eye for faces. */
export interface FaceFinder {
  /** The 106 points of each face, 0 to 1 across and down the frame. */
  find(frame: Frame): Promise<readonly (readonly Point[])[]>;
  close(): void;
}

interface Anchor {
  readonly points: readonly Point[];
}

/** Models are fetched when they are first needed; whoever waits longer is guided by time instead. Milliseconds. */
const STARTING_MS = 12_000;
/** Some phones say nothing at all about a frame without a face. Milliseconds. */
const ANSWER_MS = 1500;
const SCORE = 0.5;
/** The middle one of three models. */
const MODEL = 1;

/** VisionKit tells by events; one frame is asked about at a time. */
const finderOf = (session: WechatMiniprogram.VKSession): FaceFinder => {
  let answer: ((faces: readonly (readonly Point[])[]) => void) | undefined;
  const tell = (anchors: readonly Anchor[]) => answer?.(anchors.map(({ points }) => points));
  const updated = (anchors: readonly Anchor[]) => tell(anchors);
  const removed = () => tell([]);
  session.on('addAnchors', updated);
  session.on('updateAnchors', updated);
  session.on('removeAnchors', removed);
  return {
    find: ({ width, height, pixels }) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => tell([]), ANSWER_MS);
        answer = (faces) => {
          answer = undefined;
          clearTimeout(timer);
          resolve(faces);
        };
        // The documents call the model `modelMode`, the types `modelModel`, and phones listen to either.
        const model = { modelMode: MODEL, modelModel: MODEL } as const;
        session.detectFace({ frameBuffer: pixels, width, height, scoreThreshold: SCORE, sourceType: 0, ...model });
      }),
    close: () => session.destroy(),
  };
};

/** @returns undefined on a phone that cannot find faces: it is guided by time */
export const startFaceFinder = (): Promise<FaceFinder | undefined> => {
  const { createVKSession } = wx as Partial<Pick<typeof wx, 'createVKSession'>>;
  if (!createVKSession) return Promise.resolve(undefined);
  const session = createVKSession({ version: 'v1', track: { face: { mode: 2 } } } as WechatMiniprogram.VKConfig);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), STARTING_MS);
    session.start((errno) => {
      clearTimeout(timer);
      if (errno) console.warn(`no face finder: ${errno}`);
      resolve(errno ? undefined : finderOf(session));
    });
  });
};
