import { Channel } from '../api/events';
import { reportFault } from '../../between/faults';
import { readSettings } from '../../between/settings';
import { faceDetector, type FaceDetector } from './detector';
import { POINTS, pointsOf, type Point } from './landmarks';
import type { FoundFace } from './messages';

/** What VisionKit tells about a face. Places and sizes are parts of the picture, 0 to 1. */
interface FaceAnchor {
  id: number;
  /** A face. */
  type: 3;
  detectId: number;
  origin: Point;
  size: { width: number; height: number };
  points: Point[];
  confidence: number[];
  /** Pitch, yaw and roll; phones differ in their sign and unit. */
  angle: number[];
}

interface DetectOptions {
  frameBuffer: ArrayBuffer;
  width: number;
  height: number;
  scoreThreshold?: number;
  /** 0: the next picture of a film; 1: any picture. */
  sourceType?: 0 | 1;
}

interface SessionOptions {
  track: Record<string, unknown>;
  version?: string;
}

const EVENTS = ['resize', 'addAnchors', 'updateAnchors', 'removeAnchors'] as const;
type EventName = (typeof EVENTS)[number];

/** VisionKit's "system error". @see https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/visionkit/ */
const SYSTEM_ERROR = 2000000;
const STATE = { unavailable: 0, running: 1, paused: 2, starting: 3 } as const;

/** The rectangle around the face, from the hairline to the chin. */
const frameOf = (points: readonly Point[]) => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const origin = { x: Math.min(...xs), y: Math.min(...ys) };
  return { origin, size: { width: Math.max(...xs) - origin.x, height: Math.max(...ys) - origin.y } };
};

const anchorOf = ({ mesh, score, angle }: FoundFace, place: number): FaceAnchor => {
  const points = Array.from({ length: mesh.length / 2 }, (_, index) => ({
    x: mesh[index * 2] ?? 0,
    y: mesh[index * 2 + 1] ?? 0,
  }));
  return {
    id: place + 1,
    type: 3,
    detectId: place,
    ...frameOf(points),
    points: pointsOf(points),
    confidence: Array<number>(POINTS).fill(score),
    angle: [angle.pitch, angle.yaw, angle.roll],
  };
};

/** A session that finds faces in pictures which it is given: `track: {face: {mode: 2}}`. */
class FaceSession {
  state: number = STATE.unavailable;
  readonly cameraSize = { width: 0, height: 0 };
  private readonly channels = new Map<EventName, Channel<[FaceAnchor[]]>>();
  private detector: FaceDetector | undefined = undefined;
  private isBusy = false;
  private next: DetectOptions | undefined = undefined;
  private last: FaceAnchor[] = [];

  constructor(readonly config: SessionOptions) {}

  on(name: EventName, listener: (anchors: FaceAnchor[]) => unknown): void {
    this.channel(name).on(listener);
  }

  off(name: EventName, listener: (anchors: FaceAnchor[]) => unknown): void {
    this.channel(name).off(listener);
  }

  /** @param started gets null, or the number of the error */
  start(started: (errno: number | null) => unknown): void {
    this.state = STATE.starting;
    faceDetector().then(
      (detector) => {
        if (this.state !== STATE.starting) return;
        this.detector = detector;
        this.state = STATE.running;
        started(null);
      },
      (cause: unknown) => {
        console.error(cause);
        this.state = STATE.unavailable;
        started(SYSTEM_ERROR);
      },
    );
  }

  stop(): void {
    this.state = STATE.paused;
    this.next = undefined;
  }

  destroy(): void {
    this.state = STATE.unavailable;
    this.next = undefined;
    this.channels.clear();
  }

  /** Each picture that is looked at ends in `updateAnchors`. While one is, only the newest of the others waits. */
  detectFace(options: DetectOptions): void {
    if (this.state !== STATE.running) throw new Error('detectFace:fail the session is not running');
    const { frameBuffer, width, height } = options;
    if (frameBuffer.byteLength !== width * height * 4)
      throw new Error('detectFace:fail frameBuffer is not width * height * 4');
    this.next = options;
    if (!this.isBusy) void this.work();
  }

  private channel(name: EventName): Channel<[FaceAnchor[]]> {
    if (!EVENTS.includes(name)) throw new Error(`the simulator has no VKSession event "${String(name)}"`);
    const channel = this.channels.get(name) ?? new Channel<[FaceAnchor[]]>();
    this.channels.set(name, channel);
    return channel;
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    try {
      for (let options = this.take(); options && this.detector; options = this.take())
        this.tell(await this.look(this.detector, options));
    } catch (cause) {
      reportFault(cause);
    } finally {
      this.isBusy = false;
    }
  }

  private take(): DetectOptions | undefined {
    const { next } = this;
    this.next = undefined;
    return next;
  }

  private async look(detector: FaceDetector, options: DetectOptions): Promise<FaceAnchor[]> {
    const { frameBuffer, width, height, scoreThreshold = 0.5, sourceType = 1 } = options;
    const faces = await detector.detect({ pixels: frameBuffer, width, height, isFilm: sourceType === 0 });
    return faces.filter(({ score }) => score >= scoreThreshold).map(anchorOf);
  }

  private tell(anchors: FaceAnchor[]): void {
    if (this.state !== STATE.running) return;
    if (this.last.length === 0 && anchors.length > 0) this.channels.get('addAnchors')?.emit(anchors);
    this.channels.get('updateAnchors')?.emit(anchors);
    if (this.last.length > 0 && anchors.length === 0) this.channels.get('removeAnchors')?.emit(this.last);
    this.last = anchors;
  }
}

const createVKSession = (options: SessionOptions): FaceSession => {
  const { face, ...others } = options.track;
  const other = Object.keys(others)[0];
  if (other !== undefined) throw new Error(`the simulator has no VKSession that tracks "${other}"`);
  const { mode } = (face ?? {}) as { mode?: number };
  if (mode !== 2) throw new Error(`the simulator has no VKSession with face mode ${mode ?? 'unset'}`);
  return new FaceSession(options);
};

/** `createVKSession` is absent on a phone that cannot find faces (the desk's switch, or `?novk=1`). */
export const visionKitApi = (refusing: (api: object, name: string) => unknown) => ({
  isVKSupport: (version: string): boolean => readSettings().visionKit && version === 'v1',
  createVKSession: (options: SessionOptions): unknown => refusing(createVKSession(options), 'VKSession'),
});
