import type { Point } from '../liveness/face-pose';

/** One picture of the camera, upright and not mirrored. */
export interface Frame {
  /** Milliseconds, by the phone's clock. */
  readonly at: number;
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, row by row. */
  readonly pixels: ArrayBuffer;
}

/** Why there is no picture: not allowed, used by another app, none in this phone, or interrupted. */
export type CameraFault = 'denied' | 'in-use' | 'none' | 'stopped';

/** WeChat says why in words only, and each system in its own. */
export const cameraFault = (errMsg: string): CameraFault => {
  if (/auth|permission|deny|denied|authorize/i.test(errMsg)) return 'denied';
  return /in use|busy|occup|open.*fail/i.test(errMsg) ? 'in-use' : 'none';
};

/** Opens WeChat's own list of permissions; only a tap may do that. @returns whether the camera is allowed now */
export const askForCamera = async (): Promise<boolean> => {
  const { authSetting } = await wx.openSetting();
  return authSetting['scope.camera'] === true;
};

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
      fail: ({ errMsg }) => reject(new Error(errMsg)),
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
