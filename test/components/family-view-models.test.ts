import { contactCards } from '../../miniprogram/family/contacts/view-model';
import { isReason, reasonTiles, subjectOf } from '../../miniprogram/family/ask-for-help/view-model';
import { helpCards } from '../../miniprogram/family/help-requests/view-model';
import { cardOf } from '../../miniprogram/family/invite/view-model';
import { acceptingRefusal } from '../../miniprogram/family/invitation/view-model';
import { refusalOf } from '../../miniprogram/family/refusal';
import { consentWords, nextOf, spokenConsent } from '../../miniprogram/certification/consent/view-model';
import { cardRefusal } from '../../miniprogram/certification/components/card-step/refusal';
import { knownHolder, openStep } from '../../miniprogram/certification/real-name/view-model';
import { Journey } from '../../miniprogram/stores/journey';
import { realNameJourney, realNameQuestions } from '../../miniprogram/stores/real-name';
import type { RealNameQuestion } from '../../miniprogram/stores/real-name';
import { consent } from '../../miniprogram/copy/consent';
import { cardFaults } from '../../miniprogram/shared/contract/identity';
import { helpReasons } from '../../miniprogram/shared/contract/help';
import type { HelpRequest } from '../../miniprogram/shared/contract/help';
import { refuse } from '../../miniprogram/shared/result';
import { fault } from '../../miniprogram/shared/phone-fault';

const request = (changes: Partial<HelpRequest>): HelpRequest => ({
  id: 'request-1',
  name: '李*福',
  reason: 'bed-ridden',
  state: 'requested',
  askedAt: '2026-08-01T17:12:00.000Z',
  changedAt: '2026-08-01T17:12:00.000Z',
  office: { name: '蒲城县第一中学', phone: '0913-7212345' },
  ...changes,
});
const card = (changes: Partial<HelpRequest>) => {
  const [made] = helpCards([request(changes)]);
  if (!made) throw new Error('no card');
  return made;
};

describe('the steps of real-name verification (rule B2)', () => {
  const opened = (step: unknown, done: Partial<Record<RealNameQuestion, boolean>>) =>
    openStep(step, new Journey(realNameQuestions, (question) => done[question] ?? false));

  test.each(['card', 'camera', 'face', 'nonsense', undefined])(
    '%s is not opened before it is known who it is',
    (step) => {
      expect(opened(step, {})).toBe('person');
      expect(opened(step, { consent: true, card: true })).toBe('person');
    },
  );

  test.each(['card', 'camera', 'face'])('%s is not opened without consent', (step) => {
    expect(opened(step, { person: true, card: true })).toBe('consent');
  });

  test('the camera is opened where the card is due, and goes on to it', () => {
    expect(opened('camera', { person: true, consent: true })).toBe('camera');
  });

  test('the face is not shown before the card was read', () => {
    expect(opened('face', { person: true, consent: true })).toBe('card');
    expect(opened('face', { person: true, consent: true, card: true })).toBe('face');
  });

  test('the person may always be mended', () => {
    expect(opened('person', { person: true, consent: true, card: true })).toBe('person');
  });

  test('are counted for the reader; the camera is a part of the card', () => {
    expect(['person', 'card', 'camera', 'face'].map((step) => realNameJourney.progress(step))).toEqual([
      '第 1 步，共 4 步',
      '第 3 步，共 4 步',
      '',
      '第 4 步，共 4 步',
    ]);
  });

  test('somebody is asked whether it is them only where name and number are known', () => {
    const me = { signedIn: true, verified: false, hasPassword: true, faceConsent: false } as const;
    expect(knownHolder({ ...me, name: '王桂英' })).toBeUndefined();
    expect(knownHolder({ ...me, name: '王桂英', idNumber: '610526**********25' })).toEqual({
      name: '王桂英',
      idNumber: '610526 **** **** **25',
    });
  });
});

describe('consent', () => {
  test('leads to no page but those that ask for it', () => {
    expect(nextOf('certify')).toBe('certify');
    expect(nextOf('close-account')).toBeUndefined();
  });

  test('speaks to the person whose face it is', () => {
    expect(consentWords(true).agree).toBe('我同意刷脸');
    expect(consentWords(false).agree).toBe('本人同意刷脸');
  });

  test('reads aloud what stands on the page, the way without a face included', () => {
    const spoken = spokenConsent(consentWords(true));
    const written = consent.sections.flatMap(({ text }) => text);
    expect([...written, consent.later, consent.self.without].filter((words) => !spoken.includes(words))).toEqual([]);
  });
});

describe('a card that is refused', () => {
  test.each(cardFaults)('%s: drawn, said, and photographed again', (seen) => {
    expect(cardRefusal(refuse('CARD_PHOTO_FAULTY', { fault: seen }))).toMatchObject({ fault: seen, way: 'retake' });
  });

  test('a number that differs may be mended on either side', () => {
    expect(cardRefusal(refuse('CARD_NUMBER_DIFFERS'))).toMatchObject({ fault: '', way: 'retake', mayMend: true });
  });

  test('where only the network failed the same photo is sent again', () => {
    expect(cardRefusal(fault('TIMEOUT'))?.way).toBe('again');
  });
});

describe('relatives', () => {
  test('a name in traditional characters is no way to another page', () => {
    expect(refusalOf(refuse('TRADITIONAL_NAME', { simplified: '李德福' }))?.way).toBe('');
  });

  test.each([
    ['NOT_SIGNED_IN', 'sign-in'],
    ['REAL_NAME_REQUIRED', 'real-name'],
    ['CONTACT_EXISTS', 'contacts'],
  ] as const)('%s leads to %s', (code, way) => {
    expect(refusalOf(refuse(code))?.way).toBe(way);
  });

  test('are named on what certifies and removes them, for the ear', () => {
    const father = {
      id: '1',
      name: '李德福',
      idNumber: '610526**********1X',
      relation: 'father',
      consented: true,
    } as const;
    expect(contactCards([father])[0]).toMatchObject({
      relation: '父亲',
      certify: '替李德福认证',
      removeLabel: '删掉李德福',
      idNumber: '610526 **** **** **1X',
    });
  });
});

describe('an invitation (rule D10)', () => {
  test('carries its code and nothing about a person', () => {
    const made = { kind: 'help-me', code: 'a+b/c', expiresAt: '2026-08-08T01:12:00.000Z' } as const;
    expect(cardOf(made)).toEqual({
      title: '请您帮我做养老金认证',
      path: '/family/invitation/index?code=a%2Bb%2Fc',
      imageUrl: '/family/pictures/invitation.png',
    });
  });

  test('shared before it is made, the page leads to the first one', () => {
    expect(cardOf(undefined).path).toBe('/pages/home/index');
  });

  test('whoever has to be verified first is told that the card still works', () => {
    expect(acceptingRefusal(refuse('REAL_NAME_REQUIRED'))?.whatToDo).toContain('再点开微信里的卡片');
    expect(acceptingRefusal(refuse('INVITATION_NOT_FOUND'))?.title).toBe('这个邀请不能用了');
  });
});

describe('asking for help (rule F1)', () => {
  test('every reason has its button', () => {
    expect(reasonTiles.map(({ reason }) => reason)).toEqual(helpReasons);
    expect(isReason('bed-ridden')).toBe(true);
    expect(isReason('lazy')).toBe(false);
  });

  test('says whom it is for', () => {
    const name = (id: string) => (id === '1' ? '李德福' : undefined);
    expect(subjectOf({ self: true }, '', name)).toBe('我自己');
    expect(subjectOf({ contactId: '1' }, '', name)).toBe('李德福');
    expect(subjectOf({ name: '张三', idNumber: '' }, '张三', name)).toBe('张三');
  });
});

describe('where a request stands (rule F2)', () => {
  const reached = (changes: Partial<HelpRequest>) =>
    card(changes)
      .steps.filter((step) => step.reached)
      .map(({ id }) => id);

  test('a visit shows its day and who comes', () => {
    const visit = { day: '2026-08-05', visitor: '张敏' };
    expect(card({ state: 'scheduled', visit }).note).toBe('2026年8月5日，张敏上门。那天请在家，备好身份证。');
    expect(reached({ state: 'scheduled', visit })).toEqual(['requested', 'accepted', 'scheduled']);
  });

  test('the day it was asked is the Chinese one', () => {
    expect(card({}).asked).toBe('2026年8月2日交的');
  });

  test('what is done or given up can not be withdrawn, and nobody has to be asked about it', () => {
    for (const state of ['done', 'withdrawn'] as const) {
      expect(card({ state })).toMatchObject({ mayWithdraw: false, phone: '', askWhom: '' });
    }
    expect(card({ state: 'accepted' })).toMatchObject({ mayWithdraw: true, phone: '0913-7212345' });
  });

  test('one that was not possible says whom to ask', () => {
    expect(card({ state: 'not-possible' })).toMatchObject({ kind: 'look', steps: [], phone: '0913-7212345' });
  });

  test('without an office it is the unit that is asked', () => {
    const { office: _office, ...without } = request({});
    expect(helpCards([without])[0]).toMatchObject({ askWhom: '有事请问退休时的单位。', phone: '' });
  });
});
