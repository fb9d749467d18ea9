import { createStoreBindings } from 'mobx-miniprogram-bindings';

type Bindings = ReturnType<typeof createStoreBindings>;
type Selectors<S> = Record<string, (store: S) => unknown>;
/** WeChat does not set a field to undefined: what the template shows would stay, though the store has forgotten it. */
type Shown<T> = Exclude<T, undefined> | (undefined extends T ? null : never);
type Selected<S, F extends Selectors<S>> = { [K in keyof F]: Shown<ReturnType<F[K]>> };

const shown = <S>(fields: Selectors<S>): Selectors<S> => {
  const selectors: Selectors<S> = {};
  for (const name of Object.keys(fields)) selectors[name] = (store) => fields[name]?.(store) ?? null;
  return selectors;
};

/** What a component is, as far as the choice of its store needs it. */
interface Bound {
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Keeps `data` equal to what is selected from a store, from the moment the page or component is attached. A page may
 * use several. This is the one way a view is bound to a store; to change something, call the store's action.
 *
 * It stands on mobx-miniprogram-bindings, whose own behaviours (3.0.1) lose the types and overwrite each other where a
 * component uses two.
 *
 * @param store the store, or a function that finds it by the component's properties
 */
export const bindStore = <S extends object, F extends Selectors<S>>(store: S | ((view: Bound) => S), fields: F) => {
  const bindings = new WeakMap<object, Bindings>();
  const find = (view: Bound) => (typeof store === 'function' ? store(view) : store);
  return Behavior({
    lifetimes: {
      attached() {
        const binding = createStoreBindings(this, {
          store: find(this),
          fields: shown(fields),
          actions: [],
          structuralComparison: true,
        });
        binding.updateStoreBindings();
        bindings.set(this, binding);
      },
      detached() {
        bindings.get(this)?.destroyStoreBindings();
        bindings.delete(this);
      },
    },
  }) as unknown as WechatMiniprogram.Behavior.Identifier<Selected<S, F>>;
};
