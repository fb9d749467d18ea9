import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import type { FaceFindings } from '../../../cloudfunctions/core/ports/face-verifier';
import { certifyingWorld } from '../../support/world/certifying';
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
const changeWang = (fields: Partial<Recipient>) => world.database.recipients.merge(world.recipientId(wang), fields);
const storedStills = () => world.files.paths.filter((path) => path.startsWith('stills/'));
const anotherPerson = { similarity: 0.3 };
const unsure = { similarity: 0.5 };

describe('D4, D5: a face that does not match', () => {
  test('is refused with the reason, and how many may still fail today', async () => {
    script(anotherPerson);
    expect(must(await world.certify('wang', self))).toEqual({
      result: 'refused',
      reasons: ['another-person'],
      triesLeft: 4,
    });
    expect(certifications()).toEqual([]);
    expect(storedStills()).toEqual([]);
  });

  test('five times a day, on whatever phones, ends the day', async () => {
    script(anotherPerson);
    await world.signIn('son', li, { contacts: [contact('c1', wang)] });
    const left: (number | undefined)[] = [];
    for (const [openid, whom] of [
      ['wang', self],
      ['son', { contactId: 'c1' }],
      ['wang', self],
      ['son', { contactId: 'c1' }],
      ['wang', self],
    ] as const)
      left.push(must(await world.certify(openid, whom)).triesLeft);
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(codeOf(await world.user('son').startCertification({ contactId: 'c1', way: 'actions' }))).toBe(
      'TRY_TOMORROW',
    );
    world.at('2026-06-16 00:00');
    script({});
    expect(must(await world.certify('wang', self)).result).toBe('certified');
  });

  test('and a try that was opened before the fifth is not looked at after it', async () => {
    const input = await world.begin('wang', self);
    await changeWang({ failedFaces: { day: '2026-06-15', count: 5 } });
    expect(codeOf(await finish(input))).toBe('TRY_TOMORROW');
    expect(world.verifier.examinations).toEqual([]);
    expect(storedStills()).toEqual([]);
  });

  test('three at once are counted three times', async () => {
    script(anotherPerson);
    const inputs = [await world.begin('wang', self), await world.begin('wang', self), await world.begin('wang', self)];
    await Promise.all(inputs.map((input) => finish(input)));
    expect((await world.recipient(wang)).failedFaces).toEqual({ day: '2026-06-15', count: 3 });
    expect((await world.recipient(wang)).seenStills).toHaveLength(15);
  });

  test('does not count where the picture alone was bad', async () => {
    world.verifier.script = (good) => ({ ...good, stills: good.stills.map((still) => ({ ...still, brightness: 10 })) });
    expect(must(await world.certify('wang', self))).toMatchObject({ result: 'refused', triesLeft: 5 });
  });

  test('the day is the CST day', async () => {
    script(anotherPerson);
    world.at('2026-06-15 23:59:59');
    expect(must(await world.certify('wang', self)).triesLeft).toBe(4);
    world.at('2026-06-16 00:00');
    expect(must(await world.certify('wang', self)).triesLeft).toBe(4);
  });

  test('the pictures of one try are no good for another, for the same person', async () => {
    script(anotherPerson);
    const input = await world.begin('wang', self);
    const bytes = await Promise.all(input.stills.map(({ fileId }) => world.files.open(fileId)));
    must(await finish(input));
    script({});
    const again = await world.begin('wang', self);
    again.stills.forEach(({ fileId }, place) => {
      world.files.upload(fileId.slice('cloud://test/'.length), bytes[place] ?? Buffer.from(''));
    });
    expect(must(await finish(again)).reasons).toEqual(['stills-reused']);
  });
});

describe('D4, D6: a face between the lines', () => {
  test('waits for a reviewer, with its pictures kept', async () => {
    script(unsure);
    const input = await world.begin('wang', self);
    expect(must(await finish(input))).toEqual({ result: 'review', reasons: ['unsure'] });
    const [review] = world.database.contents('reviews');
    expect(review).toMatchObject({
      id: input.challengeId,
      value: {
        state: 'open',
        submittedByAccountId: 'account-of-wang',
        unitId: 'school-1',
        judgement: { score: 0.5, reasons: ['unsure'] },
        portrait: { from: 'roster' },
        createdAt: china('2026-06-15 09:12'),
      },
    });
    expect(storedStills()).toEqual([]);
    expect(world.files.paths.filter((path) => path.startsWith('reviews/'))).toHaveLength(input.stills.length);
    expect(must(await world.user('wang').eligibility(self))).toMatchObject({ state: 'eligible', inReview: true });
    expect(certifications()).toEqual([]);
  });

  test('in the gentle way always', async () => {
    expect(must(await world.certify('wang', self, 'gentle'))).toMatchObject({
      result: 'review',
      reasons: ['gentle-way'],
    });
  });

  test('does not keep anybody from certifying at once by a better try', async () => {
    script(unsure);
    must(await world.certify('wang', self));
    script({});
    expect(must(await world.certify('wang', self)).result).toBe('certified');
  });

  test('of a first certification keeps a portrait of its own', async () => {
    await world.enlist(li, { portrait: false });
    await world.photographCard('account-of-wang', li);
    script(unsure);
    must(await world.certify('wang', { contactId: 'c1' }));
    const kept = world.database.contents('reviews')[0]?.value.portrait.fileId ?? '';
    expect(kept).not.toBe(world.database.contents('enrolments')[0]?.value.portrait.fileId);
    expect(Buffer.from(await world.files.open(kept)).toString()).toBe('card');
    expect((await world.recipient(li)).portrait).toBeUndefined();
  });
});

describe('D11: a face under two names', () => {
  beforeEach(async () => {
    must(await world.certify('wang', self));
  });

  test('is refused on the same account, staff are told, and a repeat is told the same', async () => {
    const input = await world.begin('wang', { contactId: 'c1' });
    expect(codeOf(await finish(input))).toBe('FACE_KNOWN_AS_ANOTHER');
    expect(codeOf(await finish(input))).toBe('FACE_KNOWN_AS_ANOTHER');
    expect(certifications()).toHaveLength(1);
    expect(storedStills()).toEqual([]);
    expect(world.database.contents('alerts').map(({ value }) => value)).toEqual([
      {
        kind: 'face-known-as-another',
        accountId: 'account-of-wang',
        wechatUserKey: world.hash.of('openid', 'wang'),
        personKeys: [world.recipientId(wang), world.recipientId(li)],
        at: china('2026-06-15 09:12'),
      },
    ]);
  });

  test('is refused on another account on the same phone', async () => {
    await world.signIn('li', li);
    await world.joinAccount('wang', 'account-of-li');
    expect(codeOf(await world.certify('wang', self))).toBe('FACE_KNOWN_AS_ANOTHER');
  });

  test('is refused before a reviewer is asked', async () => {
    script(unsure);
    expect(codeOf(await world.certify('wang', { contactId: 'c1' }))).toBe('FACE_KNOWN_AS_ANOTHER');
    expect(world.database.contents('reviews')).toEqual([]);
  });

  test('is not known to another account on another phone: nobody searches everyone', async () => {
    await world.signIn('li', li);
    expect(must(await world.certify('li', self)).result).toBe('certified');
  });

  test('is forgotten with the year', async () => {
    world.at('2027-01-01 00:00');
    await world.joinAccount('wang', 'account-of-wang');
    expect(must(await world.certify('wang', { contactId: 'c1' })).result).toBe('certified');
  });

  test('another face is welcome', async () => {
    script({ template: 'face-2' });
    expect(must(await world.certify('wang', { contactId: 'c1' })).result).toBe('certified');
  });
});
