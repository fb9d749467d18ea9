import type { Account } from '../../../cloudfunctions/core/domain/documents/account';
import type { StoredHelp } from '../../../cloudfunctions/core/domain/documents/help';
import { newAccount } from '../../../cloudfunctions/core/domain/account/account';
import type { HelpMove } from '../../../cloudfunctions/core/domain/help/help';
import {
  isOpenHelp,
  mayMove,
  MOST_ASKERS,
  moved,
  newHelp,
  helpView,
  withAsker,
  withdrawnBy,
} from '../../../cloudfunctions/core/domain/help/help';
import { helpStates } from '../../../miniprogram/shared/contract/help';
import { china } from '../../support/world/outcomes';

const asked = china('2026-08-01 09:12');
const later = china('2026-08-03 10:00');
const person = { name: '王桂英', idNumber: '610526184001010029' };
const visit = { day: '2026-08-05', visitor: '张敏' };
const help = newHelp(
  { ...person, personKey: 'p', phone: '13800000002', unitId: 'u-7' },
  'daughter',
  'bed-ridden',
  asked,
);
const scheduled: StoredHelp = { ...help, state: 'scheduled', visit };

const nobody = newAccount({}, asked);
const viewer = (accountId: string, account: Account = nobody) => ({ accountId, account });
const proven: Account = { ...newAccount(person, asked), verified: { by: 'face', at: asked } };

describe('F2: where a request may go', () => {
  const allowed = (actor: 'asker' | 'staff') =>
    helpStates.flatMap((from) => helpStates.filter((to) => mayMove(from, to, actor)).map((to) => `${from} → ${to}`));

  test('who asked may withdraw until it is over, and nothing else', () => {
    expect(allowed('asker')).toEqual(['requested → withdrawn', 'accepted → withdrawn', 'scheduled → withdrawn']);
  });

  test('staff accept, arrange a visit or another one, and end it; they never withdraw', () => {
    expect(allowed('staff')).toEqual([
      'requested → accepted',
      'requested → not-possible',
      'accepted → scheduled',
      'accepted → done',
      'accepted → not-possible',
      'scheduled → scheduled',
      'scheduled → done',
      'scheduled → not-possible',
    ]);
  });

  test('it is open until it is done, not possible or withdrawn', () => {
    expect(helpStates.filter((state) => isOpenHelp({ state }))).toEqual(['requested', 'accepted', 'scheduled']);
  });

  test('each move notes its time; a visit has its day and its visitor and stays on record', () => {
    const moveOn = (from: StoredHelp | undefined, move: HelpMove) => from && moved(from, move, 'staff', later);
    const accepted = moveOn(help, { to: 'accepted' });
    expect(accepted).toEqual({ ...help, state: 'accepted', changedAt: later });
    const arranged = moveOn(accepted, { to: 'scheduled', visit });
    expect(arranged).toMatchObject({ state: 'scheduled', visit });
    const another = { day: '2026-08-09', visitor: '李静' };
    expect(moveOn(arranged, { to: 'scheduled', visit: another })).toMatchObject({ visit: another });
    expect(moveOn(arranged, { to: 'done' })).toMatchObject({ state: 'done', visit });
  });

  test('a visit that is withdrawn is called off', () => {
    expect(moved(scheduled, { to: 'withdrawn' }, 'asker', later)).not.toHaveProperty('visit');
  });

  test('what is not allowed changes nothing', () => {
    expect(moved(help, { to: 'done' }, 'staff', later)).toBeUndefined();
    expect(moved(help, { to: 'accepted' }, 'asker', later)).toBeUndefined();
    expect(moved({ ...help, state: 'done' }, { to: 'withdrawn' }, 'asker', later)).toBeUndefined();
  });
});

describe('F1: several who ask for one person', () => {
  const both = withAsker(help, 'neighbour', 'old-or-ill') as StoredHelp;

  test('each keeps the reason they gave; the first one’s telephone stays', () => {
    expect(both).toMatchObject({ askerAccountIds: ['daughter', 'neighbour'], reasons: ['bed-ridden', 'old-or-ill'] });
    expect(both.phone).toBe('13800000002');
    expect(helpView('p', both, viewer('daughter')).reason).toBe('bed-ridden');
    expect(helpView('p', both, viewer('neighbour')).reason).toBe('old-or-ill');
  });

  test('there are no more than twenty', () => {
    let crowd: StoredHelp | undefined = help;
    for (let asker = 1; asker < MOST_ASKERS; asker++) crowd = crowd && withAsker(crowd, `a-${asker}`, 'other');
    expect(crowd?.askerAccountIds).toHaveLength(20);
    expect(crowd && withAsker(crowd, 'one-more', 'other')).toBeUndefined();
  });

  test('one who withdraws leaves the request to the others', () => {
    expect(withdrawnBy(both, viewer('daughter'), later)).toEqual({
      ...help,
      askerAccountIds: ['neighbour'],
      reasons: ['old-or-ill'],
    });
  });

  test('the last one ends it, and so does the person themselves where that is proven', () => {
    expect(withdrawnBy(help, viewer('daughter'), later)).toMatchObject({ state: 'withdrawn', changedAt: later });
    const withSelf = withAsker(help, 'self', 'other') as StoredHelp;
    expect(withdrawnBy(withSelf, viewer('self', proven), later)).toMatchObject({ state: 'withdrawn' });
    const unproven = newAccount(person, asked);
    expect(withdrawnBy(withSelf, viewer('self', unproven), later)).toMatchObject({ state: 'requested' });
  });

  test('nobody withdraws who has not asked, and nothing that is over', () => {
    expect(withdrawnBy(help, viewer('son'), later)).toBeUndefined();
    expect(withdrawnBy({ ...both, state: 'done' }, viewer('daughter'), later)).toBeUndefined();
  });
});

describe('F2: what who asked is told', () => {
  const withNeighbour = withAsker(scheduled, 'neighbour', 'other') as StoredHelp;
  const saved = (consent?: { by: 'face'; at: string }): Account => ({
    ...nobody,
    contacts: [{ id: 'c', ...person, relation: 'mother', ...(consent && { consent }) }],
  });

  test('the name is masked, unless it is the holder’s own or a contact’s', () => {
    const nameFor = (account: Account) => helpView('p', help, viewer('daughter', account)).name;
    expect(nameFor(nobody)).toBe('王*英');
    expect(nameFor(saved())).toBe('王桂英');
    expect(nameFor(newAccount(person, asked))).toBe('王桂英');
  });

  test('who will come and when: the first one, the proven person, and who has the person’s consent', () => {
    const isTold = (accountId: string, account: Account) =>
      'visit' in helpView('p', withNeighbour, viewer(accountId, account));
    expect(isTold('daughter', nobody)).toBe(true);
    expect(isTold('neighbour', nobody)).toBe(false);
    expect(isTold('neighbour', newAccount(person, asked))).toBe(false);
    expect(isTold('neighbour', proven)).toBe(true);
    expect(isTold('neighbour', saved())).toBe(false);
    expect(isTold('neighbour', saved({ by: 'face', at: '2026-08-01T01:12:00.000Z' }))).toBe(true);
  });

  test('neither the telephone nor the number nor who else asks', () => {
    expect(helpView('p', withNeighbour, viewer('daughter'))).toStrictEqual({
      id: 'p',
      name: '王*英',
      reason: 'bed-ridden',
      state: 'scheduled',
      askedAt: '2026-08-01T01:12:00.000Z',
      changedAt: '2026-08-01T01:12:00.000Z',
      visit,
    });
  });

  test('who has not asked is told nothing', () => {
    expect(() => helpView('p', help, viewer('son'))).toThrow('its askers only');
  });
});
