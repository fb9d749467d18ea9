/** What this page can do about a refusal: its own button once more, or the sign-in. */
export const closeOffers = ['again', 'sign-in'] as const;
