import { makeAutoObservable } from 'mobx-miniprogram';
import type { TabName } from '../services/navigation';

/** Which tab is in front. Each tab page carries a tab bar of its own; they all show the same. */
export class TabsStore {
  current: TabName = 'home';

  constructor() {
    makeAutoObservable(this);
  }

  show(tab: TabName) {
    this.current = tab;
  }
}

export const tabs = new TabsStore();
