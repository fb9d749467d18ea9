import type { Sight } from './view-model';
import { lightAdvice } from '../../liveness/advice';
import type { Advice } from '../../liveness/advice';
import { follow, neededFrames, startGuide } from '../../liveness/guide';
import type { Guide } from '../../liveness/guide';
import { facePose, lightOf } from '../../liveness/face-pose';
import { isDone } from '../../liveness/plan';
import type { Progress } from '../../liveness/plan';
import { followTime, startTimedGuide } from '../../liveness/timed-guide';
import type { TimedGuide } from '../../liveness/timed-guide';
import { startFaceFinder, takePhoto, watchFrames } from '../../services/camera';
import type { FaceFinder, Frame } from '../../services/camera';
import { failureOf } from '../../services/failure';
import { dropPicture, pictureOfFrame, pictureOfPhoto } from '../../services/still-picture';
import type { Canvas } from '../../services/still-picture';
import type { Shot } from '../../services/upload';
import type { FaceAction } from '../../shared/contract/identity';
import type { Failure } from '../../shared/denial';

/** A phone that has handed out no frame by then hands out none: photos are taken instead. Milliseconds. */
const FRAMELESS_MS = 5000;
/** How often time is looked at where there are no frames. Milliseconds. */
const TICK_MS = 300;
/** Advice is shown that lasts so long. Milliseconds. */
const LASTING_MS = 600;
/** Points of a face that this code knows the order of. */
const POINTS = 106;

interface Listeners {
  changed(): void;
  /** Everything asked for has been done: the stills, in order. */
  taken(shots: Shot[]): void;
  /** The phone does not give what was asked of it; there will be no stills. */
  failed(failure: Failure): void;
}

type Pictures = Map<number, Frame | Promise<string>>;

/** One visit to the camera: from its opening to the stills, or until it is closed. */
export class CaptureSession {
  sight: Sight = 'opening';
  progress: Guide | TimedGuide | undefined;
  /** What is amiss, once it has lasted a moment: words that come and go can't be read. */
  advice: Advice | undefined;
  private newAdvice: { readonly advice: Advice | undefined; readonly since: number } = { advice: undefined, since: 0 };
  private actions: readonly FaceAction[] | undefined;
  private finder: FaceFinder | undefined;
  private pictures: Pictures = new Map();
  private isLooking = false;
  private isHeld = false;
  private isOpen = false;
  private stopFrames: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly canvas: Canvas,
    private readonly on: Listeners,
  ) {}

  /** From the camera's `initdone` on. */
  async open(): Promise<void> {
    this.isOpen = true;
    let hasFrames = false;
    this.stopFrames = watchFrames((frame) => {
      hasFrames = true;
      this.see(frame).catch((cause: unknown) => this.fail(cause));
    });
    this.timer = setTimeout(() => {
      if (!hasFrames) this.takePhotos();
    }, FRAMELESS_MS);
    const finder = await startFaceFinder();
    if (!this.isOpen) return finder?.close();
    this.finder = finder;
    if (this.sight === 'opening') this.useSight(finder ? 'by-faces' : 'by-time');
  }

  /** Asks for these actions, from the beginning; at once, or when the camera is ready. */
  ask(actions: readonly FaceAction[]): void {
    this.actions = actions;
    this.isHeld = false;
    this.dropPictures();
    this.advice = undefined;
    const at = Date.now();
    if (this.sight === 'by-faces') this.progress = startGuide(actions, at);
    if (this.sight === 'by-time') this.progress = startTimedGuide(actions, at);
    this.on.changed();
  }

  /** The person is choosing another way: what is in front of the camera counts no more. */
  hold(): void {
    this.isHeld = true;
  }

  /** Nothing more is asked for until `ask`. */
  pause(): void {
    this.actions = undefined;
    this.progress = undefined;
    this.dropPictures();
  }

  close(): void {
    this.isOpen = false;
    this.pause();
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.stopFrames?.();
    this.finder?.close();
  }

  /** The next try on this page is guided by time: this phone, or this light, does not let it find faces. */
  giveUpFinding(): void {
    this.useSight('by-time');
  }

  get hasNeverFoundAFace(): boolean {
    return this.progress !== undefined && 'own' in this.progress && this.progress.own === undefined;
  }

  private useSight(sight: Sight): void {
    this.sight = sight;
    if (this.actions) this.ask(this.actions);
    else this.on.changed();
  }

  private fail(cause: unknown): void {
    const failure = failureOf(cause);
    console.warn(`no stills: ${failure.errMsg}`);
    this.close();
    this.on.failed(failure);
  }

  private async see(frame: Frame): Promise<void> {
    const { progress } = this;
    if (!this.isOpen || this.isHeld || this.isLooking || !progress || isDone(progress) || progress.isStuck) return;
    this.isLooking = true;
    // The phone writes its next frame into the same memory.
    const own = { ...frame, pixels: frame.pixels.slice(0) };
    try {
      if ('own' in progress) await this.look(progress, own);
      else this.passTime(progress, own);
    } finally {
      this.isLooking = false;
    }
  }

  private async look(guide: Guide, frame: Frame): Promise<void> {
    const faces = (await this.finder?.find(frame)) ?? [];
    if (this.progress !== guide) return;
    if (faces.some(({ length }) => length < POINTS)) return this.useSight('by-time');
    const views = faces.map((points) => facePose(points, frame));
    const next = follow(guide, { at: frame.at, faces: views, light: lightOf(frame.pixels) });
    this.pictures.set(frame.at, frame);
    const needed = neededFrames(next);
    for (const at of this.pictures.keys()) if (!needed.includes(at)) this.pictures.delete(at);
    this.proceed(next, next.advice);
  }

  private passTime(guide: TimedGuide, frame: Frame): void {
    const advice = lightAdvice(lightOf(frame.pixels));
    const next = followTime(guide, frame.at, advice === undefined);
    if (next.kept.length > guide.kept.length) this.pictures.set(frame.at, frame);
    this.proceed(next, advice);
  }

  private takePhotos(): void {
    if (this.sight !== 'by-time') this.useSight('by-time');
    const tick = () => {
      const { progress } = this;
      if (!this.isOpen) return;
      if (progress && !('own' in progress) && !this.isHeld) {
        const at = Date.now();
        const next = followTime(progress, at, true);
        if (next.kept.length > progress.kept.length)
          this.pictures.set(
            at,
            takePhoto().then((photo) => pictureOfPhoto(this.canvas, photo)),
          );
        this.proceed(next, undefined);
      }
      this.timer = setTimeout(tick, TICK_MS);
    };
    tick();
  }

  private proceed(next: Guide | TimedGuide, advice: Advice | undefined): void {
    const wasDone = this.progress !== undefined && isDone(this.progress);
    this.progress = next;
    this.showLastingAdvice(advice, Date.now());
    this.on.changed();
    if (isDone(next) && !wasDone) this.develop(next).catch((cause: unknown) => this.fail(cause));
  }

  private showLastingAdvice(advice: Advice | undefined, at: number): void {
    if (advice !== this.newAdvice.advice) this.newAdvice = { advice, since: at };
    if (at - this.newAdvice.since >= LASTING_MS) this.advice = advice;
  }

  /** Photos lie in files. One that could not be taken has been told of already, or is needed no more. */
  private dropPictures(): void {
    for (const picture of this.pictures.values())
      if (picture instanceof Promise) void picture.then(dropPicture, () => undefined);
    this.pictures = new Map();
  }

  private async develop(progress: Progress): Promise<void> {
    const shots: Shot[] = [];
    /** Of these nobody else knows. */
    const made: string[] = [];
    // One after the other: they share the canvas.
    for (const { shows, at } of progress.kept) {
      const picture = this.pictures.get(at);
      if (!picture) throw new Error('a still was let go before it was needed');
      const isPhoto = picture instanceof Promise;
      const filePath = await (isPhoto ? picture : pictureOfFrame(this.canvas, picture));
      shots.push({ shows, at, filePath });
      if (!isPhoto) made.push(filePath);
      if (this.progress !== progress) return made.forEach(dropPicture);
    }
    // From here on they are the stills of the try, and not this camera's to drop.
    this.pictures = new Map();
    this.on.taken(shots);
  }
}
