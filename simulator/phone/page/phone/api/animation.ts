import type { Animation, AnimationStep } from '../elements/animation';

interface AnimationOptions {
  /** Milliseconds. */
  duration?: number;
  delay?: number;
  timingFunction?: string;
  transformOrigin?: string;
}

type Chain = Record<string, (...values: (string | number)[]) => Chain>;

const DEFAULTS = { duration: 400, delay: 0, timingFunction: 'linear' };

/** `wx.createAnimation`: every method but `step` and `export` names a property to change. */
export const createAnimation = (base: AnimationOptions = {}): object => {
  let actions: AnimationStep[] = [];
  let properties: AnimationStep['properties'] = {};
  const own = {
    step(this: void, options: AnimationOptions = {}): object {
      actions.push({ ...DEFAULTS, ...base, ...options, properties });
      properties = {};
      return animation;
    },
    export(this: void): Animation {
      const made = { actions };
      actions = [];
      return made;
    },
  };
  const animation: object = new Proxy(own, {
    get: (target, name: string) =>
      name in target
        ? target[name as keyof typeof own]
        : (...values: (string | number)[]): Chain => {
            properties[name] = values;
            return animation as Chain;
          },
  });
  return animation;
};
