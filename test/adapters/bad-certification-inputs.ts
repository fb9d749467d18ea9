import type { Api } from '../../miniprogram/shared/contract/api';

type Inputs = { [A in keyof Api['certification']]: Api['certification'][A]['input'] };

const id = '0123456789abcdef0123456789abcdef';
const number = '0123456789012345';
const whom = { name: '王桂英', idNumber: '610526184503120025' };
const still = (index: number) => ({
  fileId: `cloud://simulator.local/stills/${id}/s${index}.jpg`,
  shows: 'neutral' as const,
  at: 1000 * index,
});
const finish = { challengeId: id, stills: [still(0), still(1), still(2)] };

/** An input for each action that follows the contract. */
export const goodCertificationInputs: Inputs = {
  consent: { given: true, version: '2026-11' },
  startCardPhoto: {},
  readIdCard: { fileId: 'cloud://simulator.local/cards/a.jpg', whom },
  startRealName: { whom, way: 'actions' },
  finishRealName: finish,
  eligibility: whom,
  startCertification: { ...whom, way: 'gentle' },
  finishCertification: finish,
  records: { contactId: id },
  receipt: { number },
  verifyReceipt: { number },
  askForHelp: { whom, reason: 'deaf', phone: '13800000001' },
  listHelp: {},
  withdrawHelp: { id },
};

export type CertificationActionName = keyof Inputs;
export const certificationActionNames = Object.keys(goodCertificationInputs) as CertificationActionName[];

/** What an action can do without. */
export const optionalFields: Partial<Record<CertificationActionName, string>> = {
  records: 'contactId',
  askForHelp: 'phone',
};

/** Stills and persons that follow no contract. */
export const badParts: readonly (readonly [action: CertificationActionName, input: unknown])[] = [
  ...[
    { ...still(0), at: -1 },
    { ...still(0), at: 0.5 },
    { ...still(0), at: '1000' },
    { ...still(0), shows: 'smile' },
    { ...still(0), shows: '__proto__' },
    { ...still(0), fileId: 'x'.repeat(301) },
    { ...still(0), extra: 1 },
    null,
  ].map((bad) => ['finishCertification', { ...finish, stills: [bad] }] as const),
  ['finishCertification', { ...finish, stills: Array.from({ length: 9 }, (_, index) => still(index)) }],
  ['eligibility', { self: false }],
  ['eligibility', { self: true, contactId: id }],
  ['eligibility', { contactId: 'x' }],
  ['eligibility', {}],
  ['askForHelp', { whom: {}, reason: 'deaf' }],
  ['askForHelp', { whom, reason: 'bored' }],
  ['startCertification', { ...whom, way: 'quick' }],
  ['consent', { given: 'true', version: '2026-11' }],
];
