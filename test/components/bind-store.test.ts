import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type * as Binding from '../../miniprogram/stores/bind-store';

interface Behaviour {
  lifetimes: { attached(this: object): void; detached(this: object): void };
}

class Store {
  trouble: { title: string } | undefined = undefined;
  count = 0;

  constructor() {
    makeAutoObservable(this);
  }
}

/** As WeChat: a field that is set to undefined is not set, and what is on the screen stays. */
const screenOf = (behaviour: Behaviour) => {
  const screen: Record<string, unknown> = {};
  const view = {
    properties: {},
    setData: (data: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(data)) if (value !== undefined) screen[name] = value;
    },
  };
  behaviour.lifetimes.attached.call(view);
  return { screen, leave: () => behaviour.lifetimes.detached.call(view) };
};

let bindStore: typeof Binding.bindStore;

/** The package behind it wants WeChat's globals as soon as it is loaded. */
beforeAll(async () => {
  Object.assign(globalThis, {
    Behavior: (behaviour: object) => behaviour,
    wx: { nextTick: (work: () => void) => void Promise.resolve().then(work) },
  });
  ({ bindStore } = await import('../../miniprogram/stores/bind-store'));
});

const bound = (store: Store) =>
  screenOf(
    bindStore(store, { trouble: ({ trouble }) => trouble, count: ({ count }) => count }) as unknown as Behaviour,
  );

/** The screen is told one turn later. */
const nextTurn = () => Promise.resolve();

test('what the store has forgotten goes from the screen', async () => {
  const store = new Store();
  const { screen, leave } = bound(store);
  runInAction(() => (store.trouble = { title: '暂时连不上' }));
  await nextTurn();
  expect(screen['trouble']).toEqual({ title: '暂时连不上' });
  runInAction(() => (store.trouble = undefined));
  await nextTurn();
  expect(screen['trouble']).toBeNull();
  leave();
});

test('zero, and what is there, are shown as they are', async () => {
  const store = new Store();
  const { screen, leave } = bound(store);
  await nextTurn();
  expect(screen).toEqual({ trouble: null, count: 0 });
  runInAction(() => (store.count = 2));
  await nextTurn();
  expect(screen['count']).toBe(2);
  leave();
});
