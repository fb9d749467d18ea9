import { bindStore } from '../../stores/bind-store';
import { textSize } from '../../stores/text-size';
import { TREMOR_MS } from '../steady-tap';

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>();

/**
 * The frame of every page: its heading, its margins clear of the phone's edges, and the person's text size, which
 * everything inside inherits as `--scale`.
 *
 * A page that has just come takes no taps for a moment (class `frame-arriving`): the second touch of a trembling hand
 * was meant for the page before. Tests wait until the class is gone, as a browser does that looks for what can be hit.
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
  data: { scale: 1, arriving: true },
  lifetimes: {
    created: () => textSize.refresh(),
    attached() {
      this.arrive();
    },
    detached() {
      this.stopWaiting();
    },
  },
  pageLifetimes: {
    show() {
      textSize.refresh();
      this.arrive();
    },
  },
  methods: {
    arrive() {
      this.stopWaiting();
      if (!this.data.arriving) this.setData({ arriving: true });
      timers.set(
        this,
        setTimeout(() => this.setData({ arriving: false }), TREMOR_MS),
      );
    },
    stopWaiting() {
      const timer = timers.get(this);
      if (timer !== undefined) clearTimeout(timer);
      timers.delete(this);
    },
  },
});
