import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { elementTemplates } from '../../../element-templates';
import { beginTap } from '../api/consent/user-tap';
import { currentViewport } from './screen';

type GlassElement = glassEasel.Element;
type Listener = (target: GlassElement, type: string, detail: unknown, options: glassEasel.EventOptions) => unknown;

interface TouchPoint {
  identifier: number;
  clientX: number;
  clientY: number;
}

const TOUCHES = ['touchstart', 'touchmove', 'touchend', 'touchcancel'];
const MOUSE_AS_TOUCH: Record<string, string> = { mousedown: 'touchstart', mousemove: 'touchmove', mouseup: 'touchend' };
/** Native events that exist in WXML too. All others (click, input, change …) would fire Vant's own a second time. */
const ELEMENT_EVENTS = /^(transitionend|animation(start|iteration|end))$/;
/** glass-easel's `EventBubbleStatus.NoDefault`, a constant enumeration that only its own compiler sees. */
const NO_DEFAULT = 1;
/** Milliseconds of rest until a touch counts as a long press, as on a phone. */
const LONG_PRESS_AFTER = 350;

const elementOf = (target: EventTarget | null): GlassElement | undefined => {
  let node = target as (Node & { __wxElement?: GlassElement }) | null;
  while (node && !node.__wxElement) node = node.parentNode;
  return node?.__wxElement;
};

/** The touch as the page sees it: measured from the corner of the page, below the navigation bar. */
const pointOnPage = ({ identifier, clientX, clientY }: TouchPoint) => {
  const { left, top, scrollTop } = currentViewport();
  const x = clientX - left;
  const y = clientY - top;
  return { identifier, clientX: x, clientY: y, pageX: x, pageY: y + scrollTop };
};

const touchesOf = (event: Event): { touches: TouchPoint[]; changedTouches: TouchPoint[] } | undefined => {
  if (event instanceof MouseEvent) {
    const point = { identifier: 0, clientX: event.clientX, clientY: event.clientY };
    return { touches: event.type === 'mouseup' ? [] : [point], changedTouches: [point] };
  }
  if (!('touches' in event)) return undefined;
  const touch = event as TouchEvent;
  return { touches: [...touch.touches], changedTouches: [...touch.changedTouches] };
};

/** Runs glass-easel on the window's own document, with WeChat's events instead of the browser's. */
export class TouchContext extends glassEasel.CurrentWindowBackendContext {
  private deliver: Listener = () => undefined;
  private mouseIsDown = false;
  private sawTouch = false;
  private longPress = 0;

  override document = {
    createElement: (tag: string) => document.createElement(domTag(tag)),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as glassEasel.CurrentWindowBackendContext['document'];

  /** Takes over the dispatch of events; taps are recognised by glass-easel, touches here. */
  start(): void {
    this.deliver = (target, type, detail, options) => this.dispatch(target, type, detail, options);
    super.onEvent(this.deliver as Parameters<typeof this.onEvent>[0]);
    // Not passive, because `catchtouchmove` must be able to keep the page from scrolling.
    const listening = { capture: true, passive: false };
    for (const type of TOUCHES) document.body.addEventListener(type, (event) => this.touch(event, type), listening);
    for (const [type, as] of Object.entries(MOUSE_AS_TOUCH))
      document.body.addEventListener(type, (event) => this.mouse(event, as), listening);
  }

  override setListenerStats(
    ...[element, type, capture, level]: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>
  ) {
    if (ELEMENT_EVENTS.test(type)) super.setListenerStats(element, type, capture, level);
  }

  /** Style sheets are put into the document once, when their component is defined (`styles.ts`). */
  override registerStyleSheetContent(): void {}
  override appendStyleSheetPath(): number {
    return 0;
  }

  private touch(event: Event, type: string): void {
    this.sawTouch = true;
    this.fire(event, type);
  }

  /** A mouse drags and presses as a finger does, unless the browser only imitates a mouse after a touch. */
  private mouse(event: Event, as: string): void {
    if (this.sawTouch || (as !== 'touchstart' && !this.mouseIsDown)) return;
    this.mouseIsDown = as !== 'touchend';
    this.fire(event, as);
  }

  private fire(event: Event, type: string): void {
    const target = elementOf(event.target);
    if (!target) return;
    this.watchLongPress(target, event, type);
    const touches = touchesOf(event);
    const status = this.deliver(target, type, touches, this.options(event));
    if (status === NO_DEFAULT && event.cancelable) event.preventDefault();
  }

  private watchLongPress(target: GlassElement, event: Event, type: string): void {
    window.clearTimeout(this.longPress);
    if (type !== 'touchstart') return;
    this.longPress = window.setTimeout(() => {
      this.deliver(target, 'longpress', touchesOf(event), this.options(event));
      this.deliver(target, 'longtap', touchesOf(event), this.options(event));
    }, LONG_PRESS_AFTER);
  }

  private options(originalEvent: Event): glassEasel.EventOptions {
    return { originalEvent, bubbles: true, composed: true, capturePhase: true };
  }

  private dispatch(target: GlassElement, type: string, detail: unknown, options: glassEasel.EventOptions) {
    if (type === 'tap') beginTap();
    const touches = options.originalEvent ? touchesOf(options.originalEvent as Event) : undefined;
    const extraFields = touches && {
      touches: touches.touches.map(pointOnPage),
      changedTouches: touches.changedTouches.map(pointOnPage),
    };
    const event = new glassEasel.Event(type, detail, { ...options, ...(extraFields && { extraFields }) });
    glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  }
}

const domTag = (tag: string): string => {
  if (tag.startsWith('h5-')) return tag.slice('h5-'.length);
  return tag in elementTemplates ? `wx-${tag}` : tag;
};
