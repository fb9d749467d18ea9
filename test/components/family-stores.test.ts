import { configure } from 'mobx-miniprogram';
import type { Contact } from '../../miniprogram/shared/contract/family';
import type { HelpRequest } from '../../miniprogram/shared/contract/help';
import type { Me } from '../../miniprogram/shared/contract/account';
import { contacts } from '../../miniprogram/stores/contacts';
import { help } from '../../miniprogram/stores/help';
import { invitation } from '../../miniprogram/stores/invitation';
import { session } from '../../miniprogram/stores/session';

configure({ enforceActions: 'always' });

interface Call {
  data: { action: string; input: Record<string, unknown> };
}

const me = (name: string): Me => ({ signedIn: true, name, verified: true, hasPassword: true, faceConsent: true });
const father: Contact = {
  id: '1',
  name: '李德福',
  idNumber: '610526**********1X',
  relation: 'father',
  consented: false,
};
const request: HelpRequest = {
  id: 'h',
  name: '李*福',
  reason: 'bed-ridden',
  state: 'requested',
  askedAt: '2026-08-01T01:12:00.000Z',
  changedAt: '2026-08-01T01:12:00.000Z',
};
const accepted = (data: unknown) => ({ result: { ok: true, data } });
const refused = (code: string) => ({ result: { ok: false, code, message: '' } });

let answers: Record<string, () => unknown>;
const callFunction = jest.fn(({ data: { action } }: Call) => {
  const answer = answers[action];
  return answer ? Promise.resolve(answer()) : Promise.reject(new Error(`nobody expected ${action}`));
});

beforeEach(() => {
  answers = {};
  callFunction.mockClear();
  Object.assign(globalThis, {
    wx: { cloud: { callFunction }, getNetworkType: () => Promise.resolve({ networkType: 'wifi' }) },
  });
  jest.spyOn(console, 'warn').mockImplementation();
  session.accept({ signedIn: false });
  session.accept(me('王桂英'));
  contacts.forgetTroubles();
  invitation.clear();
  help.clear();
});

afterEach(() => jest.restoreAllMocks());

describe('the relatives on the phone', () => {
  test('are unknown until the server has told', async () => {
    answers['listContacts'] = () => accepted({ contacts: [father] });
    expect(contacts.contacts).toBeUndefined();
    await contacts.load();
    expect(contacts.byId('1')?.name).toBe('李德福');
  });

  test('show a new one when the server shows it, not before', async () => {
    answers = { addContact: () => accepted({ contact: father }), listContacts: () => accepted({ contacts: [father] }) };
    expect(await contacts.add({ name: '李德福', idNumber: '61052618450312101X', relation: 'father' })).toEqual(father);
    expect(contacts.contacts).toEqual([father]);
  });

  test('a refusal stays to be read, and nothing is asked again', async () => {
    answers['addContact'] = () => refused('CONTACT_EXISTS');
    expect(await contacts.add({ name: '李德福', idNumber: '61052618450312101X', relation: 'father' })).toBeUndefined();
    expect(contacts.adding.trouble?.code).toBe('CONTACT_EXISTS');
    expect(callFunction).toHaveBeenCalledTimes(1);
  });

  test('one that is removed is gone, also where the new list does not come', async () => {
    answers['listContacts'] = () => accepted({ contacts: [father] });
    await contacts.load();
    answers = { removeContact: () => accepted({}), listContacts: () => Promise.reject(new Error('timeout')) };
    expect(await contacts.remove('1')).toBe(true);
    expect(contacts.contacts).toBeUndefined();
    expect(contacts.loading.trouble?.code).toBe('TIMEOUT');
  });

  test('eight of them are all that there may be (rule D9)', async () => {
    const eight = Array.from({ length: 8 }, (_, at) => ({ ...father, id: String(at) }));
    answers['listContacts'] = () => accepted({ contacts: eight.slice(1) });
    await contacts.load();
    expect(contacts.full).toBe(false);
    answers['listContacts'] = () => accepted({ contacts: eight });
    await contacts.reload();
    expect(contacts.full).toBe(true);
  });

  test('are forgotten when somebody else holds the phone', async () => {
    answers['listContacts'] = () => accepted({ contacts: [father] });
    await contacts.load();
    session.accept(me('李德福'));
    expect(contacts.contacts).toBeUndefined();
  });

  test('stay when the same person is told anew', async () => {
    answers['listContacts'] = () => accepted({ contacts: [father] });
    await contacts.load();
    session.accept(me('王桂英'));
    expect(contacts.contacts).toEqual([father]);
  });

  test('an answer that was on its way when the holder signed out is not shown to the next one', async () => {
    const late: { answer?: (value: unknown) => void } = {};
    answers['listContacts'] = () => new Promise((resolve) => (late.answer = resolve));
    const loading = contacts.load();
    session.accept({ signedIn: false });
    late.answer?.(accepted({ contacts: [father] }));
    await loading;
    expect(contacts.contacts).toBeUndefined();
  });
});

describe('an invitation on the phone (rule D10)', () => {
  test('is made by the server, with its code', async () => {
    answers['invite'] = () => accepted({ code: 'c0de', expiresAt: '2026-08-08T01:12:00.000Z' });
    expect(await invitation.make('help-me', 'friend')).toBe(true);
    expect(invitation.made).toEqual({ kind: 'help-me', code: 'c0de', expiresAt: '2026-08-08T01:12:00.000Z' });
  });

  test('accepted, it brings the inviter among the relatives', async () => {
    const opened = { kind: 'help-me', from: '王*英', expiresAt: '2026-08-08T01:12:00.000Z' };
    answers = {
      readInvitation: () => accepted(opened),
      acceptInvitation: () => accepted({ kind: 'help-me', from: '王桂英' }),
      listContacts: () => accepted({ contacts: [{ ...father, consented: true }] }),
    };
    await invitation.open('c0de');
    expect(invitation.opened).toEqual({ code: 'c0de', ...opened });
    expect(await invitation.accept('c0de', 'mother')).toBe(true);
    expect(invitation.opened).toBeUndefined();
    expect(invitation.accepted).toEqual({ kind: 'help-me', from: '王桂英' });
    expect(contacts.contacts?.[0]?.consented).toBe(true);
  });

  test('of a kind that only a newer server knows is not opened', async () => {
    answers = {
      readInvitation: () => accepted({ kind: 'help-both', from: '王*英', expiresAt: '2026-08-08T01:12:00.000Z' }),
    };
    expect(await invitation.open('c0de')).toBe(false);
    expect(invitation.opening.trouble?.code).toBe('INVITATION_NOT_FOUND');
  });

  test('stays to be read where accepting is refused', async () => {
    answers = {
      readInvitation: () => accepted({ kind: 'help-you', from: '王*英', expiresAt: '2026-08-08T01:12:00.000Z' }),
      acceptInvitation: () => refused('REAL_NAME_REQUIRED'),
    };
    await invitation.open('c0de');
    expect(await invitation.accept('c0de')).toBe(false);
    expect(invitation.opened?.from).toBe('王*英');
    expect(invitation.accepting.trouble?.code).toBe('REAL_NAME_REQUIRED');
  });
});

describe('asking for help on the phone (rule F1)', () => {
  test('answers with the request, and the list has it', async () => {
    answers = { askForHelp: () => accepted({ request }), listHelp: () => accepted({ requests: [request] }) };
    expect(await help.ask({ whom: { contactId: '1' }, reason: 'bed-ridden' })).toEqual(request);
    expect(help.asked).toEqual(request);
    expect(help.byId('h')).toEqual(request);
  });

  test('a request that is withdrawn shows as the server has it', async () => {
    const withdrawn = { ...request, state: 'withdrawn' };
    answers = {
      withdrawHelp: () => accepted({ request: withdrawn }),
      listHelp: () => accepted({ requests: [withdrawn] }),
    };
    expect(await help.withdraw('h')).toBe(true);
    expect(help.requests).toEqual([withdrawn]);
  });

  test('one that cannot be withdrawn any more says so', async () => {
    answers['withdrawHelp'] = () => refused('HELP_NOT_FOUND');
    expect(await help.withdraw('h')).toBe(false);
    expect(help.withdrawing.trouble?.code).toBe('HELP_NOT_FOUND');
  });
});
