import { controls } from '../copy/controls';
import { openTab } from '../services/navigation';
import type { TabName } from '../services/navigation';
import { bindStore } from '../stores/bind-store';
import { tabs } from '../stores/tabs';
import { textSize } from '../stores/text-size';

interface TabEvent {
  currentTarget: { dataset: { name: TabName } };
}

/** WeChat's own tab bar has letters of 10 px that nobody can enlarge. */
Component({
  behaviors: [
    bindStore(tabs, { current: (store) => store.current }),
    bindStore(textSize, { scale: (store) => store.scale }),
  ],
  data: {
    scale: 1,
    items: [
      { name: 'home', icon: 'home', text: controls.tab.home },
      { name: 'account', icon: 'person', text: controls.tab.account },
    ],
  },
  methods: {
    onTap(event: TabEvent) {
      const { name } = event.currentTarget.dataset;
      if (name !== this.data.current) void openTab(name);
    },
  },
});
