import { bindStore } from '../../stores/bind-store';
import { textSize } from '../../stores/text-size';

/**
 * The frame of every page: its heading, its margins clear of the phone's edges, and the person's text size, which
 * everything inside inherits as `--scale`.
 */
Component({
  behaviors: [bindStore(textSize, { scale: (store) => store.scale })],
  properties: {
    heading: String,
    /** Where in a task this is, above the heading. */
    progress: String,
    /** One sentence below the heading. */
    lead: String,
    /** True on pages above the tab bar. */
    tab: Boolean,
  },
  data: { scale: 1 },
  lifetimes: {
    created: () => textSize.refresh(),
  },
  pageLifetimes: {
    show: () => textSize.refresh(),
  },
});
