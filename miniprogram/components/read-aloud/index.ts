import { isSteadyTap } from '../steady-tap';
import { controls } from '../../copy/controls';
import { canSpeak, hush, readAloud } from '../../services/voice';

/** Reads aloud what stands on the screen, for whom the letters are too small. Not there where the phone can't speak. */
Component({
  properties: {
    /** What stands on the screen, word for word. */
    words: String,
  },
  data: { controls, canRead: false },
  lifetimes: {
    attached() {
      this.setData({ canRead: canSpeak() });
    },
    detached: () => hush(),
  },
  pageLifetimes: {
    hide: () => hush(),
  },
  methods: {
    onTap() {
      if (isSteadyTap(this)) readAloud(this.properties.words);
    },
  },
});
