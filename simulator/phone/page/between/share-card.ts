/** What a page hands to another person: the card that `onShareAppMessage` makes. */
export interface ShareCard {
  title?: string;
  path?: string;
  imageUrl?: string;
}

/** By which of the two ways the page was shared, and from which button. */
export interface ShareOccasion {
  from: 'button' | 'menu';
  target?: unknown;
}

/** What sharing needs to know of a page. */
export interface Shareable {
  url: string;
  caller: { onShareAppMessage?: (occasion: ShareOccasion) => ShareCard | undefined };
}
