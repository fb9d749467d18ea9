import { recipientOf } from '../../simulator/seed/recipients';
import type { Entry } from '../../simulator/seed/recipients';
import { units } from '../../simulator/seed/county';
import type { Input } from '../../miniprogram/shared/contract/api';
import type { Envelope } from '../../miniprogram/shared/result';
import { relative } from '../support/world/family';
import type { RunningFunctions } from './running-functions';
import { must, startFunctions } from './running-functions';

/** Both functions as they are uploaded, on a local cloud. */
jest.setTimeout(60_000);

const daughter = { ...relative(1, '李德福'), openid: 'o-daughter' };
/** On the roster, each by this name. */
const listed = ['刘国鉅', '王頔', '龑某', '钟玉英', '麴国强', '王\uE863', '買買提．吐爾遜', '凌建国'].map((name, at) =>
  relative(100 + at, name),
);
const permanent = { name: 'YANG, ZHENJIAN', idNumber: '911156186505051235' };
const ling = relative(200, '赵凌');
const yang = relative(201, '杨君');

const entry = (person: Entry['person'], more: Partial<Entry> = {}): Entry => ({
  person,
  unit: units[0],
  monthly: 3000,
  ...more,
});

let running: RunningFunctions;
beforeAll(async () => {
  running = await startFunctions(['account', 'certification']);
  await running.setClock('2026-08-01 09:12');
  const card = { name: daughter.name, password: '123456', activated: true, portrait: false };
  const entries = [
    ...[...listed, permanent].map((person) => entry(person)),
    entry(ling, { correctedName: { name: '赵淩', from: '2000-01-01' } }),
    entry(yang, { correctedName: { name: '杨军', from: '2026-08-02' } }),
  ];
  await running.seed([
    {
      collection: 'socialSecurityCards',
      documents: [{ idOf: { purpose: 'id-number', value: daughter.idNumber }, value: card }],
    },
    { collection: 'recipients', documents: entries.map(recipientOf) },
  ]);
  const { openid, idNumber } = daughter;
  must(await running.call('account', openid, 'signInWithCard', { idNumber, cardPassword: '123456' }));
});
afterAll(() => running.close());

const codeOf = ({ answer }: { answer: Envelope<unknown> }) => (answer.ok ? 'ok' : answer.code);
const look = (whom: Input<'certification', 'eligibility'>) =>
  running.call('certification', daughter.openid, 'eligibility', whom);
/** What becomes of a look-up: whether there is a cycle does not matter here. */
const isFound = async (whom: Input<'certification', 'eligibility'>) => must(await look(whom)).state !== 'not-found';
const add = (person: { name: string; idNumber: string; asOnCard?: boolean }) =>
  running.call('account', daughter.openid, 'addContact', { ...person, relation: 'mother' });
const help = (whom: Input<'certification', 'askForHelp'>['whom'], phone?: string) =>
  running.call('certification', daughter.openid, 'askForHelp', {
    whom,
    reason: 'other',
    ...(phone !== undefined && { phone }),
  });
const saved = async (person: { name: string; idNumber: string }) => must(await add(person)).contact.id;
const remove = (contactId: string) => running.call('account', daughter.openid, 'removeContact', { contactId });

/** Look-ups are counted by the day (rule C4). */
let day = 0;
beforeEach(() =>
  running.setClock(`2026-0${1 + Math.floor(day / 28)}-${String(1 + (day++ % 28)).padStart(2, '0')} 09:12`),
);

describe('one name, one person (rule A5)', () => {
  it.each([
    [0, '刘国钜'],
    [0, '劉國鉅'],
    [1, '王𬱖'],
    [2, '䶮某'],
    [3, '锺玉英'],
    [3, '鍾玉英'],
    [4, '麹国强'],
    [4, '曲国强'],
    [5, '王䶮'],
    [5, '王龑'],
    [6, '买买提·吐尔逊'],
    [6, '\u202a买买提⚫\ufe0f吐尔逊\u202c\t'],
    [7, '淩建國'],
  ])('entry %i is found as %s', async (at, name) => {
    const { idNumber } = listed[at] ?? permanent;
    expect(await isFound({ name, idNumber })).toBe(true);
  });

  it.each(['Yang Zhenjian', 'YANG,ZHENJIAN', 'yang ， zhenjian'])(
    'a permanent resident is found as %s',
    async (name) => {
      expect(await isFound({ ...permanent, name })).toBe(true);
    },
  );

  it('and by no other one', async () => {
    for (const [at, name] of ['刘国强', '王笛', '龚某', '钟玉莲'].entries())
      expect(await isFound({ name, idNumber: listed[at]?.idNumber ?? '' })).toBe(false);
  });

  it('numbers of permanent residents name a province', async () => {
    for (const idNumber of ['900156186505051232', '999156186505051237'])
      expect(codeOf(await look({ name: permanent.name, idNumber }))).toBe('BAD_ID_NUMBER');
  });
});

describe('a corrected name (rule C3)', () => {
  it('is the name everywhere, and is refused for no character', async () => {
    const id = await saved({ ...ling, name: '赵淩' });
    expect(await isFound({ contactId: id })).toBe(true);
    expect(must(await look({ contactId: id })).name).toBe('赵淩');
    must(await remove(id));
    const smsCode = await running.receiveCode('o-ling', '13800000021', 'register');
    const form = { phone: '013800000021', smsCode, password: 'hua-mei-2026x', passwordAgain: 'hua-mei-2026x' };
    expect(codeOf(await running.call('account', 'o-ling', 'register', { ...ling, name: '赵淩', ...form }))).toBe('ok');
  });

  it('leaves a saved contact the same person, under the name of the day', async () => {
    await running.setClock('2026-08-01 23:59');
    const contactId = await saved(yang);
    await running.setClock('2026-08-02 00:00');
    expect(must(await look({ contactId })).name).toBe('杨军');
    const { contacts } = must(await running.call('account', daughter.openid, 'listContacts', {}));
    expect(contacts.map(({ name }) => name)).toEqual(['杨军']);
    expect(codeOf(await add({ ...yang, name: '杨军' }))).toBe('CONTACT_EXISTS');
    expect(must(await help({ contactId })).request).toMatchObject({ name: '杨军', office: { name: units[0].name } });
    must(await remove(contactId));
  });

  it('finds no contact that was saved under a wrong one, not even by the name it is corrected to (rule C1)', async () => {
    await running.setClock('2026-08-03 09:12');
    const contactId = await saved({ ...yang, name: '杨群' });
    expect(await isFound({ contactId })).toBe(false);
    const { contacts } = must(await running.call('account', daughter.openid, 'listContacts', {}));
    expect(contacts.map(({ name }) => name)).toEqual(['杨群']);
    must(await remove(contactId));
  });
});

describe('traditional and variant characters of people on no roster (rule A6)', () => {
  const unlisted = ['刘濛', '淩建国', '刘汎', '刘应旂', '刘崑', '刘峯'].map((name, at) => relative(300 + at, name));

  it.each(unlisted)('$name is offered in another form, and goes on as on the card', async (person) => {
    expect(codeOf(await add(person))).toBe('TRADITIONAL_NAME');
    const { contact } = must(await add({ ...person, asOnCard: true }));
    expect(contact.name).toBe(person.name);
    must(await remove(contact.id));
    expect(codeOf(await help(person))).toBe('ok');
  });

  it('is said where the name is typed, without a number and without an account', async () => {
    const check = (name: string) => running.call('account', 'o-nobody', 'checkName', { name });
    expect(must(await check(' 劉國鉅\u202c'))).toEqual({ simplified: '刘国巨' });
    expect(must(await check('刘国钜'))).toEqual({});
    expect((await check('劉國鉅')).databaseCalls).toBe(0);
  });
});

describe('numbers to call back (rule F1)', () => {
  it.each(['0913-7212345', '0913-7212345转8012', '+852 2345 6789', '(+86)139 1234 0003', '400-820-8820'])(
    '%s is taken',
    async (phone) => expect(codeOf(await help(relative(400), phone))).toBe('ok'),
  );

  it('and one that nobody can dial is not', async () => {
    expect(codeOf(await help(relative(400), '7212345'))).toBe('BAD_PHONE');
  });
});
