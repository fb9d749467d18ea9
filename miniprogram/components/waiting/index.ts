/** Where something is still on its way: grey bars for the eye, words for eye and ear. */
Component({
  properties: { text: String },
});
