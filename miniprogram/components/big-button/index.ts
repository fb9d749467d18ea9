import { endTap, isSteadyTap } from '../steady-tap';

interface PhoneNumberEvent {
  detail: { code?: string; errMsg?: string; errno?: number };
}

/**
 * A button that says what it does. It emits one `press` for a tap, none for the second tap of a trembling hand, none
 * while busy. With `open-type="getPhoneNumber"` it emits `phone` with WeChat's one-use code, or with why there is none.
 */
Component({
  properties: {
    text: String,
    /** `main` for the one thing to do here, `second`, or `danger` for what can't be undone. */
    kind: { type: String, value: 'main' },
    /** Name of an icon before the words. */
    icon: String,
    busy: { type: Boolean, observer: 'onBusy' },
    /** What stands there instead of `text` while busy. */
    busyText: String,
    /** It can't be pressed now; why stands beside it, and in `label`. */
    disabled: Boolean,
    /** What a screen reader says, where the words alone would not do. */
    label: String,
    openType: String,
  },
  methods: {
    onBusy(busy: boolean) {
      if (!busy) endTap(this);
    },
    onClick() {
      if (this.properties.openType !== '' || this.properties.busy || this.properties.disabled) return;
      if (isSteadyTap(this)) this.triggerEvent('press');
    },
    onPhoneNumber(event: PhoneNumberEvent) {
      const { code, errMsg, errno } = event.detail;
      if (!this.properties.busy) this.triggerEvent('phone', code ? { code } : { errMsg, errno });
    },
  },
});
