/** Where a card is kept that an account has photographed of somebody, until the face has been seen (rule B4). */
export const enrolmentId = (accountId: string, recipient: string): string => `${accountId}.${recipient}`;

/** Where the photographs of cards are counted that an account, or a WeChat user, has had looked at. */
export const cardPhotosId = (id: string): string => `id-card.${id}`;
