import { component, glassEasel } from 'glass-easel-miniprogram-adapter';
import { currentViewport, part } from './screen';

interface Result {
  [field: string]: unknown;
}

type Callback = (result: Result) => void;

interface NodesRef {
  fields: (this: NodesRef, fields: Result, callback?: Callback) => unknown;
  scrollOffset: (this: NodesRef, callback?: Callback) => unknown;
  node: (this: NodesRef, callback?: Callback) => unknown;
}

interface Query {
  select: (this: Query, selector: string) => NodesRef;
  selectViewport: (this: Query) => NodesRef;
}

interface Caller {
  _$: glassEasel.GeneralComponent;
  createSelectorQuery: (this: Caller) => Query;
  createIntersectionObserver: (this: Caller, options?: object) => object;
}

interface Measurable {
  getBoundingClientRect: (this: Measurable, callback: (rect: Rect) => void) => void;
}

interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

const canvasOf = (element: unknown): unknown => (element as Element | null)?.querySelector('canvas') ?? null;

/**
 * The same place measured from the corner of the page, which lies below the navigation bar, not of the window.
 * Field by field: a DOMRect cannot be spread, its fields are getters of its prototype.
 */
const onPage = ({ left, top, width, height }: Rect) => {
  const viewport = currentViewport();
  const [x, y] = [left - viewport.left, top - viewport.top];
  return { left: x, top: y, right: x + width, bottom: y + height, width, height };
};

const measureFromPage = (): void => {
  const prototype = glassEasel.Element.prototype as unknown as Measurable;
  const measure = prototype.getBoundingClientRect;
  prototype.getBoundingClientRect = function (callback) {
    measure.call(this, (rect) => callback(onPage(rect)));
  };
};

/** Adds what glass-easel's queries lack: the canvas as `node`, and how far the page is scrolled. */
const completeQueries = (query: Query): void => {
  const nodes = Object.getPrototypeOf(query.select('#none')) as NodesRef;
  const { fields } = nodes;
  nodes.fields = function (wanted, callback) {
    if (!wanted['node']) return fields.call(this, wanted, callback);
    return fields.call(this, { ...wanted, context: true }, (result) => {
      result['node'] = canvasOf(result['context']);
      callback?.(result);
    });
  };
  nodes.node = function (callback) {
    return this.fields({ node: true }, callback);
  };
  const queries = Object.getPrototypeOf(query) as Query;
  const { selectViewport } = queries;
  queries.selectViewport = function () {
    const viewport = selectViewport.call(this);
    viewport.scrollOffset = (callback) =>
      fields.call(viewport, { id: true, dataset: true, scrollOffset: true }, (result) => {
        Object.assign(result, { scrollLeft: 0, scrollTop: currentViewport().scrollTop });
        callback?.(result);
      });
    return viewport;
  };
};

interface Margins {
  top?: number;
  right?: number;
  bottom?: number;
  left?: number;
}

const marginText = ({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string =>
  `${top}px ${right}px ${bottom}px ${left}px`;

/** glass-easel's observer leaves out `dataset` and `id`, which Vant's calendar lives on. */
class PageIntersectionObserver {
  private root: Element = part('pages');
  private margins: Margins = {};
  private observer: IntersectionObserver | undefined;

  constructor(
    private readonly owner: Caller,
    private readonly options: { thresholds?: number[]; observeAll?: boolean } = {},
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    const [target] = this.find(selector);
    if (target) this.root = target.getBackendElement() as unknown as Element;
    this.margins = margins;
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.margins = margins;
    return this;
  }

  observe(selector: string, callback: (entry: object) => void): void {
    const options = {
      root: this.root,
      rootMargin: marginText(this.margins),
      threshold: this.options.thresholds ?? [0],
    };
    this.observer = new IntersectionObserver(
      (entries) => entries.forEach((entry) => callback(describe(entry))),
      options,
    );
    for (const element of this.find(selector)) this.observer.observe(element.getBackendElement() as unknown as Element);
  }

  disconnect(): void {
    this.observer?.disconnect();
  }

  private find(selector: string): glassEasel.Element[] {
    const root = this.owner._$.getShadowRoot();
    const found = root?.querySelectorAll(selector) ?? [];
    return this.options.observeAll ? found : found.slice(0, 1);
  }
}

const describe = (entry: IntersectionObserverEntry) => {
  const { id, dataset } = (entry.target as unknown as { __wxElement: glassEasel.Element }).__wxElement;
  return {
    id,
    dataset,
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: onPage(entry.intersectionRect),
    boundingClientRect: onPage(entry.boundingClientRect),
    relativeRect: onPage(entry.rootBounds ?? currentViewport()),
    time: entry.time,
  };
};

export const completeMeasuring = (): void => {
  measureFromPage();
  const caller = component.ComponentCaller.prototype as unknown as Caller;
  const { createSelectorQuery } = caller;
  let completed = false;
  caller.createSelectorQuery = function () {
    const query = createSelectorQuery.call(this);
    if (!completed) completeQueries(query);
    completed = true;
    return query;
  };
  caller.createIntersectionObserver = function (options) {
    return new PageIntersectionObserver(this, options);
  };
};
