/** What `wx.createAnimation(…).export()` hands to the `animation` property. */
export interface AnimationStep {
  duration: number;
  delay: number;
  timingFunction: string;
  transformOrigin?: string;
  properties: Record<string, (string | number)[]>;
}

export interface Animation {
  actions: AnimationStep[];
}

const IS_TRANSFORM = /^(translate|scale|rotate|skew|matrix)/;

const withUnit = (name: string, value: string | number): string => {
  if (typeof value === 'string') return value;
  if (name.startsWith('translate')) return `${value}px`;
  return name.startsWith('rotate') || name.startsWith('skew') ? `${value}deg` : String(value);
};

const styleValue = (name: string, value: string | number | undefined): string =>
  typeof value === 'number' && name !== 'opacity' ? `${value}px` : String(value);

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const apply = (host: HTMLElement, step: AnimationStep): void => {
  host.style.transition = `all ${step.duration}ms ${step.timingFunction}`;
  if (step.transformOrigin) host.style.transformOrigin = step.transformOrigin;
  const transforms: string[] = [];
  for (const [name, values] of Object.entries(step.properties)) {
    if (IS_TRANSFORM.test(name)) transforms.push(`${name}(${values.map((value) => withUnit(name, value)).join(',')})`);
    else host.style.setProperty(kebab(name), styleValue(name, values[0]));
  }
  if (transforms.length) host.style.transform = transforms.join(' ');
};

export const playAnimation = (host: HTMLElement, { actions }: Animation): void => {
  let start = 0;
  for (const step of actions) {
    setTimeout(() => apply(host, step), start + step.delay);
    start += step.delay + step.duration;
  }
};
