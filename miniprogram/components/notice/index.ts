/**
 * A state of things as a sentence in a coloured card: `ok` done, `look` your turn or look here, `lost` gone for good,
 * `plain` good to know. Colour, icon and words say the same. What can be done about it goes into the slot.
 */
Component({
  properties: {
    kind: { type: String, value: 'look' },
    heading: String,
    text: String,
    /** True where it appears while the person is at work, so that a screen reader interrupts. */
    live: Boolean,
  },
});
