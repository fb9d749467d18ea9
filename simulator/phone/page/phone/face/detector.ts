import type { DetectRequest, FoundFace, WorkerMessage } from './messages';

type Picture = Omit<DetectRequest, 'request'>;

interface Waiting {
  resolve: (faces: FoundFace[]) => void;
  reject: (cause: Error) => void;
}

/** Looks for faces in a thread of its own, which is started, and its 5 MB of models are loaded, on first use. */
class FaceDetector {
  private readonly worker = new Worker('face-worker.js');
  private readonly waiting = new Map<number, Waiting>();
  private requests = 0;

  constructor(ready: () => void, failed: (cause: Error) => void) {
    const fail = (cause: Error): void => {
      failed(cause);
      for (const { reject } of this.waiting.values()) reject(cause);
      this.waiting.clear();
    };
    this.worker.addEventListener('error', ({ message }) => fail(new Error(message || 'face-worker.js is not there')));
    this.worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.kind === 'ready') return ready();
      if (data.kind === 'failed') return fail(new Error(data.message));
      this.waiting.get(data.request)?.resolve(data.faces);
      this.waiting.delete(data.request);
    });
  }

  detect({ pixels, ...picture }: Picture): Promise<FoundFace[]> {
    const request = ++this.requests;
    return new Promise((resolve, reject) => {
      this.waiting.set(request, { resolve, reject });
      // A copy: the page keeps its own.
      const copy = pixels.slice(0);
      this.worker.postMessage({ request, pixels: copy, ...picture } satisfies DetectRequest, [copy]);
    });
  }
}

export type { FaceDetector };

let detector: Promise<FaceDetector> | undefined;

/** The one detector of the phone. @throws Error when it cannot be loaded; the next call tries again */
export const faceDetector = (): Promise<FaceDetector> => {
  detector ??= new Promise<FaceDetector>((resolve, reject) => {
    const made: FaceDetector = new FaceDetector(
      () => resolve(made),
      (cause) => {
        detector = undefined;
        reject(cause);
      },
    );
  });
  return detector;
};
