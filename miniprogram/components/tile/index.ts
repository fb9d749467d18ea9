import { isSteadyTap } from '../steady-tap';

/** A quiet way on: an icon where it helps, words, how things stand now. Emits `press` once for a tap. */
Component({
  properties: {
    icon: String,
    text: String,
    note: String,
  },
  methods: {
    onTap() {
      if (isSteadyTap(this)) this.triggerEvent('press');
    },
  },
});
