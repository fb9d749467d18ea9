/** Where a card is kept that an account has photographed of somebody, until the face has been seen (rule B4). */
export const enrolmentId = (accountId: string, recipient: string): string => `${accountId}.${recipient}`;
