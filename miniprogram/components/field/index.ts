import { controls } from '../../copy/controls';

interface InputEvent {
  detail: { value: string };
}

/**
 * One thing to fill in: its name above it, what is wrong with it below, said aloud as well.
 *
 * It is made of WeChat's own `input`: Vant's field can hand no `aria-label` down to the one inside it, and its clear
 * button is 16 px high. Emits `input` and `confirm` with the value.
 */
Component({
  properties: {
    label: String,
    value: { type: String, observer: 'onValueGiven' },
    /** `text`, `number` or `idcard`: the keyboard that comes up. */
    type: { type: String, value: 'text' },
    maxlength: { type: Number, value: 50 },
    secret: Boolean,
    hint: String,
    error: String,
    /** The value in groups, to be compared with a card or a slip of paper. */
    readBack: String,
    focus: Boolean,
    last: Boolean,
  },
  data: { controls, shown: '', revealed: false, focused: false },
  methods: {
    /** What was just typed comes back through the store; setting it again would move the cursor. */
    onValueGiven(value: string) {
      if (value !== this.data.shown) this.setData({ shown: value });
    },
    onInput(event: InputEvent) {
      const { value } = event.detail;
      this.setData({ shown: value });
      this.triggerEvent('input', { value });
    },
    onConfirm() {
      this.triggerEvent('confirm', { value: this.data.shown });
    },
    onFocus() {
      this.setData({ focused: true });
    },
    onBlur() {
      this.setData({ focused: false });
    },
    onReveal() {
      this.setData({ revealed: !this.data.revealed });
    },
    onClear() {
      this.setData({ shown: '' });
      this.triggerEvent('input', { value: '' });
    },
  },
});
