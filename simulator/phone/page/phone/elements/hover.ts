import type { Element } from './element';

interface Hoverable {
  hoverClass: string;
  disabled?: boolean;
}

/** Shows the pressed state: the `hover-class` where one is given, and an attribute that the element's style knows. */
export const showPressed = (element: Element<Hoverable>): void => {
  const { host, node } = element;
  let pressed: string[] = [];
  const press = (): void => {
    const { hoverClass, disabled } = element.data;
    if (disabled || hoverClass === 'none') return;
    host.toggleAttribute('wx-pressed', true);
    pressed = hoverClass.split(/\s+/).filter(Boolean);
    for (const name of pressed) node.toggleNodeClass(name, true);
  };
  const release = (): void => {
    host.toggleAttribute('wx-pressed', false);
    for (const name of pressed) node.toggleNodeClass(name, false);
    pressed = [];
  };
  for (const type of ['touchstart', 'mousedown']) host.addEventListener(type, press, { passive: true });
  for (const type of ['touchend', 'touchcancel', 'mouseup', 'mouseleave'])
    host.addEventListener(type, release, { passive: true });
};
