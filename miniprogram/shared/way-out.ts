/**
 * Where a refusal can be mended, as a button says it; `stores/way-out.ts` has the table, `copy/way-out.ts` the words.
 *
 * A question of the same task: `phone`, `person` (name and number), `password`, `captcha` (another text message), `code`.
 * The same once more: `again`; another try with the face: `face`; another photo of the card: `retake`. `simplified` is the
 * name in the form that is offered. All others are pages, or somebody on the phone.
 */
export const waysWithButton = [
  'again',
  'phone',
  'person',
  'simplified',
  'password',
  'captcha',
  'code',
  'retake',
  'face',
  'id-card',
  'consent',
  'sign-in',
  'register',
  'reset-password',
  'bind-phone',
  'real-name',
  'certify',
  'contacts',
  'records',
  'help',
  'help-requests',
  'home',
  'call-unit',
  'call-agency',
] as const;

/** Nothing to press: the words say when to come again, or how to open it anew. */
export const waysInWords = ['later', 'reopen'] as const;

export type ButtonWay = (typeof waysWithButton)[number];

export type WayOut = ButtonWay | (typeof waysInWords)[number];

/** The most useful first. There is always one: no refusal is a dead end. */
export type Ways = readonly [WayOut, ...WayOut[]];
