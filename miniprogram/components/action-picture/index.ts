/** A large line drawing of what the face is asked to do, in the colour of the text around it and one `em` high. */
Component({
  properties: {
    /** `ahead`, or one of the face's actions. */
    name: String,
    /** What it shows, for the screen reader. */
    words: String,
    /** Left and right as somebody sees them who stands opposite the person. */
    opposite: Boolean,
  },
});
