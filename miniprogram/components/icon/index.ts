/** A line drawing in the colour of the text around it and one `em` high. Decoration: the words stand beside it. */
Component({
  properties: { name: String },
});
