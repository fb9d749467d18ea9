import { configure } from 'mobx-miniprogram';
import type { Me } from '../../miniprogram/shared/contract/account';
import { candidate } from '../../miniprogram/stores/candidate';
import { consent } from '../../miniprogram/stores/consent';
import { contacts } from '../../miniprogram/stores/contacts';
import { idCard } from '../../miniprogram/stores/id-card';
import { newContact } from '../../miniprogram/stores/new-contact';
import { afterSignIn } from '../../miniprogram/stores/after-sign-in';
import { realName } from '../../miniprogram/stores/real-name';
import { session } from '../../miniprogram/stores/session';
import { personRefToQuery, personRefFromQuery } from '../../miniprogram/stores/person-ref';

configure({ enforceActions: 'always' });

interface Call {
  data: { action: string; input: Record<string, unknown> };
}

interface Upload {
  cloudPath: string;
  success: (done: { fileID: string }) => void;
  fail: (failure: { errMsg: string }) => void;
}

const wang: Me = { signedIn: true, name: '王桂英', verified: false, hasPassword: true, faceConsent: false };
const accepted = (data: unknown) => ({ result: { ok: true, data } });
const refused = (code: string, detail?: unknown) => ({ result: { ok: false, code, message: '', detail } });

let answers: Record<string, () => unknown>;
let uploads: Upload[];
let arrives: boolean;
const reLaunch = jest.fn();
const switchTab = jest.fn();
const callFunction = jest.fn(({ data: { action } }: Call) => {
  const answer = answers[action];
  return answer ? Promise.resolve(answer()) : Promise.reject(new Error(`nobody expected ${action}`));
});
const inputs = (action: string) =>
  callFunction.mock.calls.filter(([{ data }]) => data.action === action).map(([{ data }]) => data.input);

const uploadFile = (upload: Upload) => {
  uploads.push(upload);
  const tell = (listener: (progress: { progress: number }) => void) => listener({ progress: 60 });
  if (arrives) void Promise.resolve().then(() => upload.success({ fileID: `cloud://here/${upload.cloudPath}` }));
  else void Promise.resolve().then(() => upload.fail({ errMsg: 'uploadFile:fail timeout' }));
  return { onProgressUpdate: tell };
};

beforeEach(() => {
  answers = {};
  uploads = [];
  arrives = true;
  callFunction.mockClear();
  reLaunch.mockClear();
  switchTab.mockClear();
  Object.assign(globalThis, {
    wx: {
      cloud: { callFunction, uploadFile },
      getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
      reLaunch,
      switchTab,
    },
  });
  jest.spyOn(console, 'warn').mockImplementation();
  session.accept(wang);
  candidate.clear();
  realName.clear();
  newContact.clear();
});

afterEach(() => jest.restoreAllMocks());

describe('consent to face processing (rule B2)', () => {
  test('is recorded with the version that was read, and known at once', async () => {
    answers['consent'] = () => accepted({ given: true });
    expect(await consent.give()).toBe(true);
    expect(inputs('consent')).toEqual([{ given: true, version: '2026-11' }]);
    expect(session.me).toMatchObject({ faceConsent: true });
  });

  test('that does not arrive is not believed to be given', async () => {
    answers['consent'] = () => Promise.reject(new Error('timeout'));
    expect(await consent.give()).toBe(false);
    expect(session.me).toMatchObject({ faceConsent: false });
    expect(consent.deciding.trouble?.code).toBe('TIMEOUT');
  });

  test('can be taken back', async () => {
    session.accept({ ...wang, faceConsent: true });
    answers['consent'] = () => accepted({ given: false });
    expect(await consent.takeBack()).toBe(true);
    expect(session.me).toMatchObject({ faceConsent: false });
  });
});

describe('an identity card', () => {
  const fill = () => {
    idCard.begin({ self: true });
    idCard.take('wxfile://tmp_1.jpg');
    let places = 0;
    const expiresAt = '2026-08-01T01:22:00.000Z';
    answers['startCardPhoto'] = () => accepted({ path: `cards/${++places}.jpg`, expiresAt });
  };

  test('is sent where the server says, and read for whom it was begun', async () => {
    fill();
    answers['readIdCard'] = () => accepted({ idNumber: '610526184503120025' });
    expect(await idCard.submit()).toBe(true);
    expect(idCard.stage).toBe('read');
    expect(uploads[0]?.cloudPath).toBe('cards/1.jpg');
    expect(inputs('readIdCard')).toEqual([{ fileId: 'cloud://here/cards/1.jpg', whom: { self: true } }]);
    expect(idCard.sent).toBe(60);
  });

  test('where only the answer was lost, it is read again and not sent again', async () => {
    fill();
    answers['readIdCard'] = () => Promise.reject(new Error('timeout'));
    expect(await idCard.submit()).toBe(false);
    answers['readIdCard'] = () => accepted({ idNumber: '610526184503120025' });
    expect(await idCard.submit()).toBe(true);
    expect(uploads).toHaveLength(1);
  });

  test('that does not arrive stays to be sent again', async () => {
    fill();
    arrives = false;
    expect(await idCard.submit()).toBe(false);
    expect([idCard.stage, idCard.photo, idCard.reading.trouble?.code]).toEqual([
      'preview',
      'wxfile://tmp_1.jpg',
      'TIMEOUT',
    ]);
    expect(inputs('readIdCard')).toEqual([]);
  });

  test('where the lost answer was that it had been read, it is sent anew without another touch', async () => {
    fill();
    answers['readIdCard'] = () => Promise.reject(new Error('timeout'));
    expect(await idCard.submit()).toBe(false);
    let asked = 0;
    answers['readIdCard'] = () =>
      ++asked === 1 ? refused('CARD_PHOTO_MISSING') : accepted({ idNumber: '610526184503120025' });
    expect(await idCard.submit()).toBe(true);
    expect(uploads.map(({ cloudPath }) => cloudPath)).toEqual(['cards/1.jpg', 'cards/2.jpg']);
  });

  test('that never arrived is told so, and sent anew at the next touch', async () => {
    fill();
    answers['readIdCard'] = () => refused('CARD_PHOTO_MISSING');
    expect(await idCard.submit()).toBe(false);
    expect(idCard.reading.trouble?.code).toBe('CARD_PHOTO_MISSING');
    answers['readIdCard'] = () => accepted({ idNumber: '610526184503120025' });
    expect(await idCard.submit()).toBe(true);
    expect(uploads).toHaveLength(2);
  });

  test('is not sent where no place is handed out', async () => {
    fill();
    answers['startCardPhoto'] = () => refused('CONSENT_REQUIRED');
    expect(await idCard.submit()).toBe(false);
    expect([uploads.length, idCard.stage, idCard.reading.trouble?.code]).toEqual([0, 'preview', 'CONSENT_REQUIRED']);
  });

  test('photographed again is sent again, and the old trouble is gone', async () => {
    fill();
    answers['readIdCard'] = () => refused('CARD_PHOTO_FAULTY', { fault: 'glare' });
    expect(await idCard.submit()).toBe(false);
    idCard.take('wxfile://tmp_2.jpg');
    expect(idCard.reading.trouble).toBeUndefined();
    answers['readIdCard'] = () => accepted({ idNumber: '610526184503120025' });
    expect(await idCard.submit()).toBe(true);
    expect(uploads).toHaveLength(2);
  });

  test('an answer about a photo that was replaced meanwhile counts no more', async () => {
    fill();
    const late: { answer?: (value: unknown) => void } = {};
    answers['readIdCard'] = () => new Promise((resolve) => (late.answer = resolve));
    const submitted = idCard.submit();
    while (!late.answer) await Promise.resolve();
    idCard.take('wxfile://tmp_2.jpg');
    late.answer?.(accepted({ idNumber: '610526184503120025' }));
    expect(await submitted).toBe(false);
    expect(idCard.stage).toBe('preview');
  });
});

describe('real-name verification', () => {
  test('somebody else has another card', () => {
    realName.confirmHolder({ self: true });
    realName.cardIsRead();
    realName.confirmHolder({ name: '王桂英', idNumber: '610526184503120025' });
    expect(realName.cardRead).toBe(false);
    expect(idCard.whom).toEqual({ name: '王桂英', idNumber: '610526184503120025' });
  });
});

describe('whom a page is opened for', () => {
  test('is the holder unless it says otherwise', () => {
    expect([personRefFromQuery(undefined), personRefFromQuery(''), personRefFromQuery('self')]).toEqual([
      { self: true },
      { self: true },
      { self: true },
    ]);
  });

  test('somebody typed is found in the store, never in the address (rule H2)', () => {
    const typed = { name: '李德福', idNumber: '610526184503120025' };
    candidate.confirmTyped(typed.name, typed.idNumber);
    expect(personRefToQuery(typed)).toBe('typed');
    expect(personRefFromQuery('typed')).toEqual(typed);
    expect(personRefFromQuery('0123')).toEqual({ contactId: '0123' });
  });
});

describe('a new relative', () => {
  test('what was typed stays after a refusal, and goes once it is done', async () => {
    newContact.choose('father');
    newContact.setPerson('李德褔', '610526184503120025');
    answers['addContact'] = () => refused('TRADITIONAL_NAME', { simplified: '李德福' });
    expect(await newContact.submit()).toBe(false);
    expect([newContact.name, contacts.adding.trouble?.code]).toEqual(['李德褔', 'TRADITIONAL_NAME']);
    const father = { id: '1', name: '李德福', idNumber: '610526**********25', relation: 'father', consented: false };
    answers = { addContact: () => accepted({ contact: father }), listContacts: () => accepted({ contacts: [father] }) };
    newContact.setPerson('李德福', '610526184503120025');
    expect(await newContact.submit()).toBe(true);
    expect([newContact.name, newContact.idNumber, newContact.added?.id]).toEqual(['', '', '1']);
  });
});

describe('a name as the identity card shows it (rule A6)', () => {
  test('is sent as that, until another one is typed', async () => {
    newContact.choose('father');
    newContact.setPerson('刘濛', '610526184503120025');
    newContact.keepName();
    newContact.setPerson('刘濛', '610526184503120025');
    answers['addContact'] = () => refused('TOO_MANY_TRIES');
    await newContact.submit();
    newContact.setPerson('刘蒙', '610526184503120025');
    await newContact.submit();
    expect(inputs('addContact')[0]).toMatchObject({ name: '刘濛', asOnCard: true });
    expect(inputs('addContact')[1]).not.toHaveProperty('asOnCard');
    newContact.clear();
  });

  test('is looked for as that', () => {
    candidate.confirmTyped('刘濛', '610526184503120025', true);
    expect(candidate.whom).toEqual({ name: '刘濛', idNumber: '610526184503120025', asOnCard: true });
  });

  test('is kept for the steps that follow, until another one is typed', () => {
    realName.setPerson('刘濛', '610526184503120025');
    realName.keepName();
    realName.setPerson('刘濛', '610526184503120026');
    expect(realName.asOnCard).toBe(true);
    realName.setPerson('刘蒙', '610526184503120026');
    expect(realName.asOnCard).toBe(false);
  });
});

describe('after a sign-in', () => {
  test('whoever came from another page is led back there, once', () => {
    afterSignIn.remember('invitation', { code: 'a1b2' });
    void afterSignIn.go();
    expect(reLaunch).toHaveBeenCalledWith({ url: '/family/invitation/index?code=a1b2' });
    void afterSignIn.go();
    expect(switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' });
  });
});

describe('the session', () => {
  test('whoever asks while the answer is on its way waits for the same one', async () => {
    session.forget();
    answers['me'] = () => accepted(wang);
    await Promise.all([session.refresh(), session.refresh().then(() => expect(session.me).toEqual(wang))]);
    expect(callFunction).toHaveBeenCalledTimes(1);
  });
});
