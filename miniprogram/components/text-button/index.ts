import { isSteadyTap } from '../steady-tap';

/** The quieter way on: underlined words, high enough for a finger. Emits `press`. */
Component({
  properties: {
    text: String,
    /** What a screen reader says, where the words alone would not do. */
    label: String,
  },
  methods: {
    onTap() {
      if (isSteadyTap(this)) this.triggerEvent('press');
    },
  },
});
