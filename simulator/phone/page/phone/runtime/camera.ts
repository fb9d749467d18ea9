import { CallError, failureOf, type Failure } from '../api/call';
import { requireScope } from '../api/consent/permissions';
import { guarded, reportFault } from '../../between/faults';
import { appVisibility, pageReplaced, pageVisibility } from './visibility';
import type { CameraFeed } from '../../between/camera/camera-feed';
import { CameraFault, openFeed, type DevicePosition } from '../../between/camera/feed';
import { drawShot } from '../../between/camera/picture';

export type FrameSize = 'small' | 'medium' | 'large';

export interface CameraFrame {
  width: number;
  height: number;
  /** Red, green, blue, alpha, row by row from the top; never mirrored, whatever the preview shows. */
  data: ArrayBuffer;
}

export interface CameraEvents {
  initDone(detail: { maxZoom: number }): void;
  failed(failure: Failure): void;
  /** It was interrupted: the mini-program went to the background, or the camera went away. */
  stopped(): void;
}

export interface CameraOptions {
  position: DevicePosition;
  frameSize: FrameSize;
}

export const MAX_ZOOM = 4;
/** Milliseconds between two frames: fifteen a second, about what a phone manages. */
const FRAME_GAP = 1000 / 15;
/** Pixels across. What `frame-size` means in pixels is left to the phone. */
const FRAME_WIDTH: Record<FrameSize, number> = { small: 240, medium: 360, large: 480 };

const cameras = new Map<HTMLElement, Camera>();

/** Of the page that is being left: it is still there until the new page is ready. */
let leaving: { page: boolean; camera: boolean } = { page: false, camera: false };

pageReplaced.on((underWay) => {
  leaving = { page: underWay, camera: false };
});

/** The camera on a page. @throws Error where it has none, or where its camera is not running */
export const cameraOn = (viewport: HTMLElement | undefined): Camera => {
  const camera = viewport && cameras.get(viewport);
  if (!camera) throw new Error('there is no camera on the page');
  return camera;
};

/** One `<camera>` at work: it runs while its page is shown. */
export class Camera {
  private feed: CameraFeed | undefined;
  /** Counts the attempts to open; an answer to an earlier one comes too late. */
  private attempt = 0;
  private isOpening = false;
  private readonly listeners = new Set<(frame: CameraFrame) => unknown>();
  private readonly canvas = document.createElement('canvas');
  private frameTimer = 0;
  private zoomed = 1;
  private options: CameraOptions | undefined;

  constructor(
    private readonly viewport: HTMLElement,
    private readonly view: HTMLElement,
    private readonly events: CameraEvents,
  ) {}

  /** Opens it, or opens it anew where the position has changed. A page takes one camera only. */
  use(options: CameraOptions): void {
    const isOther = options.position !== this.options?.position;
    const isFirst = this.options === undefined;
    this.options = options;
    if (isFirst && !this.takePlace()) return this.fail(new CallError('can insert only one camera'));
    if (isOther && cameras.get(this.viewport) === this) this.open();
  }

  release(): void {
    this.close();
    pageVisibility.off(this.pageChanged);
    appVisibility.off(this.appChanged);
    if (cameras.get(this.viewport) !== this) return;
    cameras.delete(this.viewport);
    leaving.camera = leaving.page;
  }

  /** @returns the zoom that it has taken: 1 to `MAX_ZOOM` */
  zoom(wanted: number): number {
    this.zoomed = Math.min(MAX_ZOOM, Math.max(1, wanted));
    this.view.style.setProperty('--zoom', String(this.zoomed));
    return this.zoomed;
  }

  /** @param mirror a front camera's photo is mirrored only when it is asked for */
  photo(mirror: boolean): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    drawShot(this.running, canvas, { zoom: this.zoomed, mirrored: mirror && this.isFront });
    return canvas;
  }

  /** Hands over frames until the listener is taken away, or the camera stops. */
  listen(listener: (frame: CameraFrame) => unknown): void {
    void this.running;
    this.listeners.add(listener);
    window.clearTimeout(this.frameTimer);
    this.frameTimer = window.setTimeout(() => this.nextFrame(), 0);
  }

  unlisten(listener: (frame: CameraFrame) => unknown): void {
    this.listeners.delete(listener);
  }

  private get isFront(): boolean {
    return this.options?.position === 'front';
  }

  private get running(): CameraFeed {
    if (!this.feed) throw new Error('the camera is not running');
    return this.feed;
  }

  private takePlace(): boolean {
    if (cameras.has(this.viewport)) return false;
    if (leaving.camera)
      reportFault(
        new Error('two <camera> at once: the one of the page that is being left is still there; leave it first'),
      );
    cameras.set(this.viewport, this);
    pageVisibility.on(this.pageChanged);
    appVisibility.on(this.appChanged);
    return true;
  }

  private readonly pageChanged = (viewport: HTMLElement, shown: boolean): void => {
    if (viewport !== this.viewport) return;
    if (!shown) this.close();
    else if (!this.feed && !this.isOpening) this.open();
  };

  private readonly appChanged = (shown: boolean): void => {
    if (!shown) this.interrupt();
  };

  private open(): void {
    this.close();
    const attempt = ++this.attempt;
    this.isOpening = true;
    this.start(attempt)
      .catch((cause: unknown) => {
        if (attempt !== this.attempt) return;
        if (cause instanceof CameraFault || cause instanceof CallError) this.fail(cause);
        else reportFault(cause);
      })
      .finally(() => {
        if (attempt === this.attempt) this.isOpening = false;
      });
  }

  private async start(attempt: number): Promise<void> {
    await requireScope('scope.camera', 'camera');
    if (attempt !== this.attempt) return;
    const feed = await openFeed(this.options?.position ?? 'back', () => this.interrupt());
    if (attempt !== this.attempt) return feed.close();
    this.feed = feed;
    this.view.classList.toggle('mirrored', this.isFront);
    this.view.replaceChildren(feed.element);
    this.events.initDone({ maxZoom: MAX_ZOOM });
  }

  private fail(cause: Error): void {
    this.events.failed(failureOf('insertCamera', cause));
  }

  private interrupt(): void {
    if (!this.feed) return;
    this.close();
    this.events.stopped();
  }

  private close(): void {
    this.attempt += 1;
    this.isOpening = false;
    this.listeners.clear();
    window.clearTimeout(this.frameTimer);
    this.feed?.close();
    this.feed = undefined;
    this.view.replaceChildren();
  }

  private nextFrame(): void {
    const { feed } = this;
    if (!feed || this.listeners.size === 0) return;
    const began = performance.now();
    const width = FRAME_WIDTH[this.options?.frameSize ?? 'medium'];
    const pen = drawShot(feed, this.canvas, { zoom: this.zoomed, mirrored: false, width });
    const { height } = this.canvas;
    const { buffer } = pen.getImageData(0, 0, width, height).data;
    // Each listener gets bytes of its own: a page may hand them on to somebody who keeps them.
    for (const listener of [...this.listeners]) guarded(() => listener({ width, height, data: buffer.slice(0) }));
    this.frameTimer = window.setTimeout(() => this.nextFrame(), Math.max(0, FRAME_GAP - (performance.now() - began)));
  }
}
