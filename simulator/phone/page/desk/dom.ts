type Attributes = Record<string, string | number | boolean | (() => void)>;

/** Makes an element; a function among the attributes listens to the event of its name. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
};

export const section = (title: string, ...children: Node[]): HTMLElement =>
  make('section', { 'aria-label': title }, make('h2', {}, title), ...children);

export const button = (text: string, click: () => void): HTMLButtonElement =>
  make('button', { type: 'button', click }, text);
