import type { Review } from '../../../cloudfunctions/core/domain/documents/face-check';
import { certifyingWorld } from '../../support/world/certifying';
import { contact } from '../../support/world/retirees';
import type { World } from '../../support/world/world';
import { li, wang } from '../../support/world/people';
import { china, codeOf, must, tally } from '../../support/world/outcomes';

let world: World;
let reviewId: string;
const reviewer = { accountId: 'reviewer', wechatUserKey: 'reviewer’s phone' };
const decision = { reviewer, accepts: true, reason: 'the same person, with a beard' };
const decide = (fields: Partial<Parameters<World['decideReview']>[0]> = {}) =>
  world.decideReview({ reviewId, ...decision, ...fields });
const review = (): Review | undefined => world.database.contents('reviews').find(({ id }) => id === reviewId)?.value;
const certifications = () => world.database.contents('certifications').map(({ value }) => value);
const pictures = () => world.files.paths.filter((path) => path.startsWith('reviews/'));

async function submit(whom: Parameters<World['begin']>[1]): Promise<string> {
  world.verifier.script = (good) => ({ ...good, similarity: 0.5 });
  const input = await world.begin('wang', whom);
  expect(must(await world.user('wang').finishCertification(input)).result).toBe('review');
  return input.challengeId;
}

beforeEach(async () => {
  world = certifyingWorld('2026-06-15 09:12');
  await world.enlist(wang);
  await world.enlist(li);
  await world.signIn('wang', wang, { contacts: [contact('c1', li)] });
  reviewId = await submit({ contactId: 'c1' });
  world.at('2026-06-18 14:00');
});

describe('D6: a reviewer accepts', () => {
  test('and the person is certified, by manual review, as of the decision', async () => {
    expect(must(await decide())).toEqual({ certified: true });
    expect(certifications()).toEqual([
      expect.objectContaining({
        personKey: world.recipientId(li),
        method: 'manual-review',
        period: '2026',
        at: china('2026-06-18 14:00'),
        until: '2027-07-31',
        accountId: 'account-of-wang',
        challengeId: reviewId,
        template: 'face-1',
        judgement: expect.objectContaining({ score: 0.5, reasons: ['unsure'] }),
      }),
    ]);
    expect(review()).toMatchObject({
      state: 'accepted',
      decided: { by: 'reviewer', at: china('2026-06-18 14:00'), reason: 'the same person, with a beard' },
    });
  });

  test('the pictures go, nothing waits any more, and the portrait on record stays', async () => {
    must(await decide());
    expect(pictures()).toEqual([]);
    const { review: waiting, portrait } = await world.recipient(li);
    expect(waiting).toBeUndefined();
    expect(await world.files.open(portrait?.fileId ?? '')).toBeDefined();
  });

  test('the contact has agreed by it, and counts among the account’s people', async () => {
    must(await decide());
    expect(world.account('account-of-wang')).toMatchObject({
      contacts: [{ consent: { by: 'face', at: '2026-06-18T06:00:00.000Z' } }],
      people: { year: 2026, personKeys: [world.recipientId(li)] },
    });
  });

  test('who was suspended meanwhile is paid again', async () => {
    await world.database.recipients.merge(world.recipientId(li), { payment: 'suspended-not-certified' });
    world.at('2026-08-03 10:00');
    must(await decide());
    expect(world.database.contents('ledger')).toMatchObject([
      { value: { actor: 'reviewer', paidFrom: '2026-09', backPay: { from: '2026-08', to: '2026-08' } } },
    ]);
  });

  test('who was certified in another way meanwhile is not certified twice', async () => {
    world.verifier.script = (good) => good;
    must(await world.certify('wang', { contactId: 'c1' }));
    expect(must(await decide())).toEqual({ certified: false });
    expect(certifications()).toMatchObject([{ method: 'relative' }]);
    expect(review()?.state).toBe('accepted');
    expect(pictures()).toEqual([]);
  });

  test('while the person certifies in another way: one certification', async () => {
    world.verifier.script = (good) => good;
    const input = await world.begin('wang', { contactId: 'c1' });
    await Promise.all([decide(), world.user('wang').finishCertification(input)]);
    expect(certifications()).toHaveLength(1);
    expect(review()?.state).toBe('accepted');
    expect(pictures()).toEqual([]);
  });

  test('where the account was closed meanwhile: the certification stands', async () => {
    await world.database.accounts.remove('account-of-wang');
    expect(must(await decide())).toEqual({ certified: true });
  });

  test.each([
    ['ended', { payment: 'ended' }, 'NOT_ELIGIBLE'],
    ['suspended', { payment: 'suspended-special' }, 'NOT_ELIGIBLE'],
    ['gone from the roster', { validUntil: '2026-06-16' }, 'PERSON_NOT_FOUND'],
  ] as const)('nobody whose pension is %s; the case stays open', async (_what, fields, code) => {
    await world.database.recipients.merge(world.recipientId(li), fields);
    expect(codeOf(await decide())).toBe(code);
    expect(review()?.state).toBe('open');
    expect(pictures()).not.toEqual([]);
  });
});

describe('D6: a reviewer rejects', () => {
  test('and nobody is certified; the pictures go, and the person may try again', async () => {
    expect(must(await decide({ accepts: false, reason: 'another person' }))).toEqual({ certified: false });
    expect(certifications()).toEqual([]);
    expect(review()).toMatchObject({ state: 'rejected', decided: { reason: 'another person' } });
    expect(pictures()).toEqual([]);
    expect(must(await world.user('wang').eligibility({ contactId: 'c1' }))).toMatchObject({ inReview: false });
  });

  test('a newer case of the same person still waits', async () => {
    const newer = await submit({ contactId: 'c1' });
    must(await decide({ accepts: false }));
    expect((await world.recipient(li)).review?.id).toBe(newer);
    expect(pictures()).not.toEqual([]);
  });
});

describe('B4, D6: a portrait that came with the try', () => {
  beforeEach(async () => {
    await world.enlist(li, { portrait: false });
    await world.photographCard('account-of-wang', li, '2026-06-18 15:00');
    reviewId = await submit({ contactId: 'c1' });
  });

  test('becomes the one on record where the reviewer accepts', async () => {
    must(await decide());
    const { portrait } = await world.recipient(li);
    expect(Buffer.from(await world.files.open(portrait?.fileId ?? '')).toString()).toBe('card');
  });

  test('goes where the reviewer rejects', async () => {
    const fileId = review()?.portrait.fileId ?? '';
    must(await decide({ accepts: false }));
    await expect(world.files.open(fileId)).rejects.toThrow('The file is gone.');
    expect((await world.recipient(li)).portrait).toBeUndefined();
  });
});

describe('D6: who decides', () => {
  test('never the account that submitted it, nor the phone it was done on', async () => {
    expect(codeOf(await decide({ reviewer: { ...reviewer, accountId: 'account-of-wang' } }))).toBe('REVIEW_OWN');
    expect(codeOf(await decide({ reviewer: { ...reviewer, wechatUserKey: world.hash.of('openid', 'wang') } }))).toBe(
      'REVIEW_OWN',
    );
    expect(review()?.state).toBe('open');
  });

  test('one of two at once', async () => {
    const results = await Promise.all([decide(), decide({ accepts: false })]);
    expect(tally(results)).toEqual({ ok: 1, REVIEW_NOT_FOUND: 1 });
    expect(certifications()).toHaveLength(review()?.state === 'accepted' ? 1 : 0);
  });

  test('once', async () => {
    must(await decide({ accepts: false }));
    expect(codeOf(await decide())).toBe('REVIEW_NOT_FOUND');
    expect(codeOf(await decide({ reviewId: 'none' }))).toBe('REVIEW_NOT_FOUND');
  });
});

test('D6: accepting a real-name try verifies the holder and certifies nobody', async () => {
  const submitted = review();
  if (!submitted) throw new Error('no case');
  const challenge = { ...submitted.challenge, purpose: 'real-name' as const };
  await world.database.reviews.put(reviewId, { ...submitted, challenge });
  expect(must(await decide())).toEqual({ certified: false });
  expect(world.verifiedHolders).toEqual([reviewId]);
  expect(certifications()).toEqual([]);
  expect(pictures()).toEqual([]);
});
