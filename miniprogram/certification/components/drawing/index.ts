/** A large round drawing above the words that say the same: why a face was not accepted, or that it is time to rest. */
Component({
  properties: { name: String },
});
