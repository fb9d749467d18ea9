import type { Api } from '../../miniprogram/shared/contract/api';

type Inputs = { [A in keyof Api['account']]: Api['account'][A]['input'] };

const phone = '13800000001';
const smsCode = '012345';
const id = '0123456789abcdef0123456789abcdef';
const newPassword = { password: 'abcd1234', passwordAgain: 'abcd1234' };
const newAccount = { phone, smsCode, name: '王桂英', idNumber: '610526184503120025', ...newPassword };

/** An input for each action that follows the contract. */
export const goodInputs: Inputs = {
  captcha: {},
  sendSms: { phone, purpose: 'register', captchaId: id, answer: '13' },
  checkName: { name: '王桂英' },
  register: newAccount,
  reclaimPhone: newAccount,
  signIn: { phone, password: 'abcd1234' },
  signInWithPhoneButton: { code: 'a-code' },
  signInWithCard: { idNumber: '610526184503120025', cardPassword: '123456' },
  bindPhone: { phone, smsCode },
  resetPassword: { phone, smsCode, ...newPassword },
  changePassword: { oldPassword: 'abcd1234', ...newPassword },
  changePhone: { phone, smsCode },
  closeAccount: {},
  me: {},
  signOut: {},
  listContacts: {},
  addContact: { name: '王桂英', idNumber: '610526184503120025', relation: 'mother' },
  removeContact: { contactId: id },
  invite: { kind: 'help-me', relation: 'friend' },
  readInvitation: { code: id },
  acceptInvitation: { code: id, relation: 'mother' },
};

export type ActionName = keyof Inputs;
export const actionNames = Object.keys(goodInputs) as ActionName[];

export interface BadInput {
  /** What is wrong with it. */
  readonly what: string;
  readonly input: unknown;
  /** The field that the answer names. */
  readonly field: string;
}

/** Characters of three bytes at the most: a whole call that is larger than 100 KB does not reach a function. */
const HUGE = 30_000;
/** No text of any field. */
const BAD_VALUES: readonly (readonly [what: string, value: unknown])[] = [
  ['null', null],
  ['a number', 7],
  ['a boolean', true],
  ['a list', ['13800000001']],
  ['an object', { $ne: '' }],
  ['huge', '1'.repeat(HUGE)],
  ['huge in another script', '王'.repeat(HUGE)],
  ['a NUL', `1380000\u00000001`],
  ['a line break', '13800000001\n'],
  ['half a surrogate pair', '1\ud800'],
  ['the other half', '\udc001'],
  ['no character', '1\uffff'],
  ['an escape', '\u001b[2J'],
];

const EXTRA_FIELDS = ['extra', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '$where', '13800000001'];

/** Through JSON, where `__proto__` is a field like others. */
const withField = (input: object, field: string, value: unknown): unknown =>
  JSON.parse(
    `${JSON.stringify(input).slice(0, -1)}${Object.keys(input).length ? ',' : ''}${JSON.stringify(field)}:${JSON.stringify(value)}}`,
  );

function* wrongWhole(input: object): Generator<BadInput> {
  for (const whole of [undefined, null, 7, true, '', 'text', [], [input], [[]]])
    yield { what: `instead of an object ${JSON.stringify(whole)}`, input: whole, field: 'input' };
  for (const extra of EXTRA_FIELDS)
    yield { what: `a field ${extra}`, input: withField(input, extra, { phone: '13900000009' }), field: 'input' };
}

/** What an action can do without. */
const OPTIONAL: Partial<Record<ActionName, string>> = { changePassword: 'oldPassword', acceptInvitation: 'relation' };

function* wrongField(input: object, field: string, isOptional: boolean): Generator<BadInput> {
  const good: unknown = Reflect.get(input, field);
  for (const [what, value] of BAD_VALUES)
    if (typeof value !== 'boolean' || typeof good !== 'boolean')
      yield { what: `${field}: ${what}`, input: { ...input, [field]: value }, field };
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => name !== field));
  if (!isOptional) yield { what: `no ${field}`, input: rest, field };
}

/** Every kind of input that is like a good one and is none. @param optional the field that may be missing */
export function* likeButBad(input: object, optional?: string): Generator<BadInput> {
  yield* wrongWhole(input);
  for (const field of Object.keys(input)) yield* wrongField(input, field, field === optional);
}

/** Every kind of input that the contract of an action refuses. */
export const badInputs = (action: ActionName): Generator<BadInput> => likeButBad(goodInputs[action], OPTIONAL[action]);
