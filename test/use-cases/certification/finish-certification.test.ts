import type { Account } from '../../../cloudfunctions/core/domain/documents/account';
import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import type { FaceFindings } from '../../../cloudfunctions/core/ports/face-verifier';
import { certifyingWorld, rollingCycle } from '../../support/world/certifying';
import { contact } from '../../support/world/retirees';
import type { World } from '../../support/world/world';
import { li, wang } from '../../support/world/people';
import { china, codeOf, must } from '../../support/world/outcomes';

let world: World;
beforeEach(async () => {
  world = certifyingWorld('2026-06-15 09:12');
  await world.enlist(wang);
  await world.enlist(li);
  await world.signIn('wang', wang, { contacts: [contact('c1', li)] });
});
const self = { self: true } as const;
const finish = (input: Awaited<ReturnType<World['begin']>>, openid = 'wang') =>
  world.user(openid).finishCertification(input);
const certifications = () => world.database.contents('certifications').map(({ value }) => value);
const script = (findings: Partial<FaceFindings>) => {
  world.verifier.script = (good) => ({ ...good, ...findings });
};
const changeAccount = (fields: Partial<Account>) => world.database.accounts.merge('account-of-wang', fields);
const changeWang = (fields: Partial<Recipient>) => world.database.recipients.merge(world.recipientId(wang), fields);
const storedStills = () => world.files.paths.filter((path) => path.startsWith('stills/'));
const anotherPerson = { similarity: 0.3 };

describe('D4: a face that matches', () => {
  test('certifies, and what is kept is the record, not the pictures (D7)', async () => {
    const input = await world.begin('wang', self);
    const answer = must(await finish(input));
    expect(answer).toEqual({
      result: 'certified',
      reasons: [],
      receipt: {
        number: expect.stringMatching(/^\d{16}$/),
        name: '王*英',
        method: 'self',
        at: '2026-06-15T01:12:00.000Z',
        until: '2027-07-31',
        demonstration: false,
        link: `https://example.org/r?scene=r=${answer.receipt?.number}`,
      },
    });
    expect(certifications()).toEqual([
      {
        personKey: world.recipientId(wang),
        number: answer.receipt?.number,
        period: '2026',
        method: 'self',
        at: china('2026-06-15 09:12'),
        until: '2027-07-31',
        name: '王桂英',
        unitId: 'school-1',
        accountId: 'account-of-wang',
        wechatUserKey: world.hash.of('openid', 'wang'),
        challengeId: input.challengeId,
        judgement: { engine: 'scripted', version: '1', score: 0.8, passAt: 0.6, reviewFrom: 0.45, reasons: [] },
        consentVersion: '2026-11',
        template: 'face-1',
        demonstration: false,
      },
    ]);
    expect(storedStills()).toEqual([]);
  });

  test('is compared with the portrait on record', async () => {
    must(await world.certify('wang', self));
    expect(Buffer.from(world.verifier.examinations[0]?.reference ?? []).toString()).toBe('王桂英');
  });

  test('leaves the latest certification and the pictures’ hashes on the recipient', async () => {
    const { receipt } = must(await world.certify('wang', self));
    expect(await world.recipient(wang)).toMatchObject({
      payment: 'paid',
      last: { number: receipt?.number, period: '2026', method: 'self', until: '2027-07-31' },
      seenStills: [1, 2, 3, 4, 5].map(() => ({ sha256: expect.any(String), perceptualHash: expect.any(String) })),
    });
    expect(must(await world.user('wang').eligibility(self))).toMatchObject({ state: 'already-certified' });
  });

  test.each([
    [false, false, true],
    [false, true, false],
    [true, false, false],
  ])('an engine for production: %s, trusted: %s, so the receipt says demonstration: %s', async (...flags) => {
    [world.verifier.isForProduction, world.trustsEngine] = flags;
    expect(must(await world.certify('wang', self)).receipt?.demonstration).toBe(flags[2]);
  });

  test('C2, rolling: holds twelve months, for the period after the last one', async () => {
    world.queries.cycle = rollingCycle;
    const last = { number: '1', method: 'self', at: china('2025-07-10 16:00'), until: '2026-07-10' } as const;
    await changeWang({ last: { ...last, period: 'first' } });
    expect(must(await world.certify('wang', self)).receipt).toMatchObject({ until: '2027-06-15' });
    expect(certifications()).toMatchObject([{ period: 'after-2025-07-10' }]);
  });
});

describe('D2, D9: a relative', () => {
  test('is certified as one, and their own face is their consent', async () => {
    expect(must(await world.certify('wang', { contactId: 'c1' })).receipt).toMatchObject({ method: 'relative' });
    const account = world.account('account-of-wang');
    expect(account.contacts).toEqual([
      { ...contact('c1', li), consent: { by: 'face', at: '2026-06-15T01:12:00.000Z' } },
    ]);
    expect(account.people).toEqual({ year: 2026, personKeys: [world.recipientId(li)] });
  });

  test('keeps an earlier consent', async () => {
    await changeAccount({ contacts: [contact('c1', li, true)] });
    must(await world.certify('wang', { contactId: 'c1' }));
    expect(world.account('account-of-wang').contacts).toEqual([contact('c1', li, true)]);
  });

  test('who was typed and is no contact was assisted', async () => {
    await changeAccount({ contacts: [] });
    expect(must(await world.certify('wang', { ...li })).receipt).toMatchObject({ method: 'assisted' });
  });

  test('who is refused has agreed to nothing', async () => {
    script(anotherPerson);
    must(await world.certify('wang', { contactId: 'c1' }));
    expect(world.account('account-of-wang').contacts).toEqual([contact('c1', li)]);
  });

  test('added while the face was judged, another contact stays', async () => {
    const input = await world.begin('wang', { contactId: 'c1' });
    const added = contact('c2', wang);
    world.verifier.script = (good) => {
      void changeAccount({ contacts: [contact('c1', li), added] });
      return good;
    };
    must(await finish(input));
    expect(world.account('account-of-wang').contacts).toMatchObject([{ id: 'c1', consent: { by: 'face' } }, added]);
  });
});

describe('E3 and E6: somebody who was suspended', () => {
  test('is paid again, with an entry in the ledger', async () => {
    await changeWang({ payment: 'suspended-not-certified' });
    world.at('2026-09-10 16:00');
    await world.joinAccount('wang', 'account-of-wang');
    must(await world.certify('wang', self));
    expect((await world.recipient(wang)).payment).toBe('paid');
    expect(world.database.contents('ledger')).toMatchObject([
      {
        id: `${world.recipientId(wang)}.resume.2026`,
        value: { actor: 'account-of-wang', paidFrom: '2026-10', backPay: { from: '2026-08', to: '2026-09' } },
      },
    ]);
  });

  test('was nobody else: no entry', async () => {
    must(await world.certify('wang', self));
    expect(world.database.contents('ledger')).toEqual([]);
  });
});

describe('B4: the first certification with a card', () => {
  beforeEach(async () => {
    await world.enlist(li, { portrait: false });
    await world.photographCard('account-of-wang', li);
  });

  test('leaves the card’s portrait on record, in a file that outlives the enrolment', async () => {
    must(await world.certify('wang', { contactId: 'c1' }));
    const { portrait } = await world.recipient(li);
    expect(portrait).toMatchObject({ from: 'id-card' });
    const enrolled = world.database.contents('enrolments')[0]?.value.portrait.fileId;
    await world.files.remove([enrolled ?? '']);
    expect(Buffer.from(await world.files.open(portrait?.fileId ?? '')).toString()).toBe('card');
  });

  test('leaves none where the face is another person’s', async () => {
    script(anotherPerson);
    must(await world.certify('wang', { contactId: 'c1' }));
    expect((await world.recipient(li)).portrait).toBeUndefined();
  });

  test('is refused where the portrait was taken back meanwhile', async () => {
    const input = await world.begin('wang', self);
    const { portrait, ...without } = await world.recipient(wang);
    await world.database.recipients.put(world.recipientId(wang), without);
    expect(codeOf(await finish(input))).toBe('ID_CARD_REQUIRED');
    expect(storedStills()).toEqual([]);
  });
});

describe('what may have changed since the try began', () => {
  test.each([
    [
      'the consent',
      'CONSENT_REQUIRED',
      () => changeAccount({ consent: { version: 'old', at: china('2026-06-15 09:12') } }),
    ],
    ['the pension', 'NOT_ELIGIBLE', () => changeWang({ payment: 'suspended-special' })],
    ['the roster', 'PERSON_NOT_FOUND', () => changeWang({ validUntil: '2026-06-15' })],
    [
      'the verification',
      'REAL_NAME_REQUIRED',
      () => {
        const { verified, ...account } = world.account('account-of-wang');
        return world.database.accounts.put('account-of-wang', account);
      },
    ],
    ['the session', 'NOT_SIGNED_IN', () => world.database.sessions.remove(world.hash.of('openid', 'wang'))],
  ])('%s: %s', async (_what, code, change) => {
    const input = await world.begin('wang', self);
    await change();
    expect(codeOf(await finish(input))).toBe(code);
    expect(certifications()).toEqual([]);
    expect(world.verifier.examinations).toEqual([]);
  });

  test('the account’s share of people: TOO_MANY_PEOPLE', async () => {
    const input = await world.begin('wang', { contactId: 'c1' });
    await changeAccount({ people: { year: 2026, personKeys: Array.from({ length: 8 }, (_, index) => `p${index}`) } });
    expect(codeOf(await finish(input))).toBe('TOO_MANY_PEOPLE');
    expect(storedStills()).toEqual([]);
  });

  test('the account itself: closed while the face is judged, it certifies nobody', async () => {
    const input = await world.begin('wang', { contactId: 'c1' });
    world.verifier.script = (good) => {
      void world.database.accounts.remove('account-of-wang');
      return good;
    };
    expect(codeOf(await finish(input))).toBe('NOT_SIGNED_IN');
    expect(certifications()).toEqual([]);
  });
});
