import { Channel } from '../api/events';

/** Tells the elements of a page that it is shown or covered; the page is named by its viewport. */
export const pageVisibility = new Channel<[viewport: HTMLElement, shown: boolean]>();

/** Tells that the whole mini-program goes to the background, or comes back. */
export const appVisibility = new Channel<[shown: boolean]>();

/**
 * Tells that the shown page is being replaced (`redirectTo`, `reLaunch`). What the phone itself draws for the left page, a
 * camera, goes only when the new page is ready.
 */
export const pageReplaced = new Channel<[underWay: boolean]>();
