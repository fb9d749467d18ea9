import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { toBrowserLengths } from '../../../lengths';
import type { TemplateContent } from './manifest';

/** What a compiled template calls to set attributes; single letters are glass-easel's own names. */
interface Wrapper {
  /** Sets a property of a component. */
  r: (element: glassEasel.Element, name: string, value: unknown, ...rest: unknown[]) => void;
  /** Sets an attribute of the DOM element. */
  a: (element: glassEasel.Element, name: string, value: unknown) => void;
  /** Sets the style. */
  y: (element: glassEasel.Element, value: unknown) => void;
}

type Generator = (wrapper: Wrapper, ...rest: unknown[]) => unknown;

const FIELDS = new Set(['wx/input', 'wx/textarea']);

const adapted = new WeakSet<Wrapper>();

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const hasProperty = (element: glassEasel.Element, name: string): boolean =>
  glassEasel.Component.isComponent(element) && glassEasel.Component.hasProperty(element, camelCase(name));

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

/** An input is named for the screen reader on the field inside it, which is what the reader meets. */
const speakingPart = (element: glassEasel.Element): glassEasel.Element => {
  if (!glassEasel.Component.isComponent(element) || !FIELDS.has(element.is)) return element;
  return element.getShadowRoot()?.getElementById('inner') ?? element;
};

/** `aria-role` and `aria-*` reach the screen reader, here Chromium's accessibility tree; `hidden` hides. */
const setForEveryElement = (wrapper: Wrapper, element: glassEasel.Element, name: string, value: unknown): boolean => {
  if (name === 'hidden') wrapper.a(element, name, Boolean(value));
  else if (name.startsWith('aria-'))
    wrapper.a(speakingPart(element), name === 'aria-role' ? 'role' : name, isAbsent(value) ? false : String(value));
  else return false;
  return true;
};

const adapt = (wrapper: Wrapper): void => {
  adapted.add(wrapper);
  const { r: setProperty, y: setStyle } = wrapper;
  wrapper.r = (element, name, value, ...rest) => {
    if (!hasProperty(element, name) && setForEveryElement(wrapper, element, name, value)) return;
    setProperty(element, name, value, ...rest);
  };
  wrapper.y = (element, value) =>
    setStyle(element, typeof value === 'string' && !hasProperty(element, 'style') ? toBrowserLengths(value) : value);
};

/** Gives a compiled template the attributes that WeChat has on every element and glass-easel does not know. */
export const withEveryElementsAttributes = (content: TemplateContent): TemplateContent => {
  return (name) => {
    const generate = content(name) as Generator | undefined;
    if (!generate) return generate;
    return (wrapper: Wrapper, ...rest: unknown[]) => {
      if (!adapted.has(wrapper)) adapt(wrapper);
      return generate(wrapper, ...rest);
    };
  };
};
