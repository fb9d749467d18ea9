import type { glassEasel } from 'glass-easel-miniprogram-adapter';

/** A built-in element at work: a glass-easel component whose properties are `P`. */
export interface Element<P> {
  readonly data: P;
  readonly host: HTMLElement;
  readonly node: glassEasel.GeneralComponent;
  set(values: Partial<P>): void;
  emit(event: string, detail?: unknown): void;
  /** The HTML element of that id in the inner template. */
  inner<E extends HTMLElement>(id?: string): E;
}

/** What a form, a label or a group asks of the controls inside it. */
export interface Control {
  name: () => string;
  value: () => unknown;
  reset: () => void;
  /** What a tap on its label does. */
  activate?: () => void;
}

export interface Life {
  /** Called at once and whenever a property has changed. */
  changed?(): void;
  detached?(): void;
  control?: Control;
}

type PropertyType = StringConstructor | BooleanConstructor | NumberConstructor | null;
type Property = PropertyType | { type: PropertyType; value: unknown };

export interface ElementDefinition {
  tag: string;
  properties: Record<string, Property>;
  externalClasses: string[];
  setup: (element: Element<never>) => Life;
}

/** @param setup gives the element life when it has come into the document */
export const defineElement = <P>(
  tag: string,
  properties: Record<keyof P & string, Property>,
  setup: (element: Element<P>) => Life = () => ({}),
  externalClasses: string[] = [],
): ElementDefinition => ({ tag, properties, externalClasses, setup: setup });

const controls = new WeakMap<Node, Control>();

export const setControl = (host: Node, control: Control): void => void controls.set(host, control);
export const controlOf = (host: Node): Control | undefined => controls.get(host);

export const controlsIn = (host: HTMLElement): Control[] =>
  [...host.querySelectorAll<HTMLElement>('*')].flatMap((element) => controls.get(element) ?? []);
