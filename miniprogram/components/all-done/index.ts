/** The end of a task: a large tick, what is done now, what follows from it. */
Component({
  properties: { heading: String, text: String },
});
