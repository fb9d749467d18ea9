import type { Stored } from '../../../cloudfunctions/core/ports/database';
import type { Certification } from '../../../cloudfunctions/core/domain/documents/certification';
import { certifyingWorld } from '../../support/world/certifying';
import { contact } from '../../support/world/retirees';
import type { World } from '../../support/world/world';
import { li, wang } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';

let world: World;
beforeEach(async () => {
  world = certifyingWorld('2026-06-15 09:12');
  await world.enlist(wang);
  await world.enlist(li);
  await world.signIn('wang', wang, { contacts: [contact('c1', li)] });
});
const self = { self: true } as const;
type Try = Awaited<ReturnType<World['begin']>>;
const finish = (input: Try, openid = 'wang') => world.user(openid).finishCertification(input);
const storedStills = () => world.files.paths.filter((path) => path.startsWith('stills/'));

describe('D1: a challenge', () => {
  test('is nobody else’s: not another account’s, and not another phone’s', async () => {
    const input = await world.begin('wang', self);
    await world.signIn('li', li);
    await world.joinAccount('daughter', 'account-of-wang');
    expect(codeOf(await finish(input, 'li'))).toBe('CHALLENGE_NOT_FOUND');
    expect(codeOf(await finish(input, 'daughter'))).toBe('CHALLENGE_NOT_FOUND');
    expect(must(await finish(input)).result).toBe('certified');
  });

  test('must exist, and be one of certifying', async () => {
    const input = await world.begin('wang', self);
    expect(codeOf(await finish({ ...input, challengeId: '0'.repeat(32) }))).toBe('CHALLENGE_NOT_FOUND');
    await world.database.challenges.merge(input.challengeId, { purpose: 'real-name' });
    expect(codeOf(await finish(input))).toBe('CHALLENGE_NOT_FOUND');
  });

  test('lives 180 seconds: good at 09:14:59.999, too old at 09:15, and then its pictures are gone', async () => {
    const first = await world.begin('wang', self);
    const second = await world.begin('wang', { contactId: 'c1' });
    world.verifier.script = (good, { stills }) => ({ ...good, template: stills[0]?.bytes.toString() ?? '' });
    world.at('2026-06-15 09:14:59.999');
    expect(must(await finish(first)).result).toBe('certified');
    world.at('2026-06-15 09:15');
    expect(codeOf(await finish(second))).toBe('CHALLENGE_EXPIRED');
    expect(storedStills()).toEqual([]);
  });

  test('in the gentle way lives 300 seconds', async () => {
    const first = await world.begin('wang', self, 'gentle');
    const second = await world.begin('wang', self, 'gentle');
    world.at('2026-06-15 09:16:59.999');
    expect(must(await finish(first)).result).toBe('review');
    world.at('2026-06-15 09:17');
    expect(codeOf(await finish(second))).toBe('CHALLENGE_EXPIRED');
  });
});

describe('pictures that have not all arrived', () => {
  test('leave the challenge good, the count untouched and the others where they are', async () => {
    const input = await world.begin('wang', self);
    const lost = input.stills[2]?.fileId ?? '';
    const bytes = await world.files.open(lost);
    await world.files.remove([lost]);
    expect(codeOf(await finish(input))).toBe('STILLS_MISSING');
    expect(storedStills()).toHaveLength(input.stills.length - 1);
    expect((await world.recipient(wang)).failedFaces).toBeUndefined();
    world.files.upload(lost.slice('cloud://test/'.length), bytes);
    expect(must(await finish(input)).result).toBe('certified');
  });

  test('or were never named: fewer than three are none', async () => {
    const input = await world.begin('wang', self);
    expect(codeOf(await finish({ ...input, stills: input.stills.slice(0, 2) }))).toBe('STILLS_MISSING');
    expect(codeOf(await finish({ ...input, stills: [] }))).toBe('STILLS_MISSING');
  });

  test('or lie elsewhere: another’s pictures are neither looked at nor deleted', async () => {
    const mine = await world.begin('wang', self);
    const other = await world.begin('wang', { contactId: 'c1' });
    const stolen = { ...mine, stills: other.stills };
    expect(codeOf(await finish(stolen))).toBe('STILLS_MISSING');
    world.at('2026-06-15 09:15');
    expect(codeOf(await finish(stolen))).toBe('CHALLENGE_EXPIRED');
    expect(storedStills()).toHaveLength(mine.stills.length + other.stills.length);
    expect(world.files.paths).toContain(`portraits/of-${world.recipientId(wang)}`);
  });
});

describe('D7: pictures', () => {
  test('are gone after a fault of the engine too', async () => {
    const input = await world.begin('wang', self);
    world.verifier.nextFault = new Error('out of memory');
    await expect(finish(input)).rejects.toThrow('out of memory');
    expect(storedStills()).toEqual([]);
    expect(codeOf(await finish(input))).toBe('CHALLENGE_USED');
    expect(must(await world.certify('wang', self)).result).toBe('certified');
  });

  test('are gone where the portrait cannot be opened', async () => {
    const input = await world.begin('wang', self);
    await world.files.remove([(await world.recipient(wang)).portrait?.fileId ?? '']);
    await expect(finish(input)).rejects.toThrow('The file is gone.');
    expect(storedStills()).toEqual([]);
  });
});

describe('D3: a repeat of the same request', () => {
  const again = async (input: Try) => {
    world.upload(input.challengeId, []);
    return finish(input);
  };

  test('answers a certification with the same receipt, and leaves no pictures', async () => {
    const input = await world.begin('wang', self);
    const first = await finish(input);
    expect(must(first).result).toBe('certified');
    world.at('2026-06-15 09:20');
    expect(await again(input)).toEqual(first);
    expect(storedStills()).toEqual([]);
  });

  test('answers a certification of years ago all the same', async () => {
    const input = await world.begin('wang', self);
    const first = await finish(input);
    world.at('2026-12-31 23:59:59');
    await world.joinAccount('wang', 'account-of-wang');
    expect(await finish(input)).toEqual(first);
  });

  test.each([
    ['a refusal', 0.3, 'refused'],
    ['a review', 0.5, 'review'],
  ])('answers %s with the same words, and counts nothing twice', async (_what, similarity, result) => {
    world.verifier.script = (good) => ({ ...good, similarity });
    const input = await world.begin('wang', self);
    const first = await finish(input);
    expect(must(first).result).toBe(result);
    const { failedFaces } = await world.recipient(wang);
    expect(await again(input)).toEqual(first);
    expect((await world.recipient(wang)).failedFaces).toEqual(failedFaces);
    expect(world.verifier.examinations).toHaveLength(1);
    expect(world.database.contents('reviews').length).toBe(result === 'review' ? 1 : 0);
    expect(storedStills()).toEqual([]);
  });

  test('of which five come at once decides once; the others are told to wait, and then the same', async () => {
    const input = await world.begin('wang', self);
    const results = await atOnce(5, () => finish(input));
    expect(world.verifier.examinations).toHaveLength(1);
    const first = results.find(({ ok }) => ok);
    expect(tally(results.filter(({ ok }) => !ok))).not.toHaveProperty('ALREADY_CERTIFIED');
    expect(await finish(input)).toEqual(first);
  });
});

describe('D3: one certification for each person and period', () => {
  const records = (): Stored<Certification>[] => world.database.contents('certifications');

  test('two relatives at once: one certifies, the other learns how it was done', async () => {
    await world.signIn('son', wang, { contacts: [contact('s1', li)] });
    await world.signIn('daughter', wang, { contacts: [contact('d1', li)] });
    const son = await world.begin('son', { contactId: 's1' });
    const daughter = await world.begin('daughter', { contactId: 'd1' });
    const results = await Promise.all([finish(son, 'son'), finish(daughter, 'daughter')]);
    expect(tally(results)).toEqual({ ok: 1, ALREADY_CERTIFIED: 1 });
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      detail: { method: 'relative', until: '2027-07-31', at: '2026-06-15T01:12:00.000Z' },
    });
    expect(records()).toHaveLength(1);
    const counted = ['son', 'daughter'].map(
      (openid) => world.account(`account-of-${openid}`).people?.personKeys.length,
    );
    expect(counted.filter((count) => count === 1)).toHaveLength(1);
    expect(storedStills()).toEqual([]);
  });

  test('the one who comes too late leaves no portrait behind', async () => {
    await world.enlist(li, { portrait: false });
    for (const openid of ['son', 'daughter']) {
      const id = await world.signIn(openid, wang, { contacts: [contact('c', li)] });
      await world.photographCard(id, li);
    }
    const tries = [await world.begin('son', { contactId: 'c' }), await world.begin('daughter', { contactId: 'c' })];
    await Promise.all([finish(tries[0] as Try, 'son'), finish(tries[1] as Try, 'daughter')]);
    const kept = (await world.recipient(li)).portrait?.fileId.slice('cloud://test/'.length);
    const portraits = world.files.paths.filter((path) => /^portraits\/\d+$/.test(path));
    expect(portraits).toEqual([kept]);
  });

  /** Two relatives who finish at the same moment, for somebody whose payment is suspended. */
  async function round(): Promise<{ results: Record<string, number>; left: object }> {
    const place = certifyingWorld('2026-06-15 09:12');
    // Comparing the looks of pictures is most of the work, and has no part in the race.
    place.verifier.script = (good) => ({ ...good, stills: good.stills.map((still) => ({ ...still, look: '' })) });
    await place.enlist(li, { payment: 'suspended-not-certified' });
    const openids = ['son', 'daughter'];
    for (const openid of openids) await place.signIn(openid, wang, { contacts: [contact('c', li)] });
    const tries = await Promise.all(openids.map((openid) => place.begin(openid, { contactId: 'c' })));
    const results = await Promise.all(
      tries.map((input, who) => place.user(openids[who] ?? '').finishCertification(input)),
    );
    const certified = place.database.contents('certifications');
    const isLast = certified[0]?.value.number === (await place.recipient(li)).last?.number;
    const ledger = place.database.contents('ledger').length;
    return { results: tally(results), left: { certifications: certified.length, ledger, isLast } };
  }

  test('a thousand rounds of two at once leave a thousand certifications', async () => {
    for (let ten = 0; ten < 10; ten++) {
      for (const { results, left } of await atOnce(100, round)) {
        expect(results).toEqual({ ok: 1, ALREADY_CERTIFIED: 1 });
        expect(left).toEqual({ certifications: 1, ledger: 1, isLast: true });
      }
    }
  }, 120_000);

  test('D11: two people at once do not get an account beyond its eighth', async () => {
    const persons = Array.from({ length: 7 }, (_, index) => `p${index}`);
    await world.signIn(
      'son',
      { name: '赵先生', idNumber: '' },
      {
        contacts: [contact('w', wang), contact('l', li)],
        people: { year: 2026, personKeys: persons },
      },
    );
    world.verifier.script = (good, { reference }) => ({ ...good, template: Buffer.from(reference).toString() });
    const tries = [await world.begin('son', { contactId: 'w' }), await world.begin('son', { contactId: 'l' })];
    const results = await Promise.all(tries.map((input) => finish(input, 'son')));
    expect(tally(results)).toEqual({ ok: 1, TOO_MANY_PEOPLE: 1 });
    expect(records()).toHaveLength(1);
    expect(world.account('account-of-son').people?.personKeys).toHaveLength(8);
    expect(world.database.contents('alerts')).toHaveLength(1);
  });
});

describe('costs', () => {
  const worst = [
    'sessions.get',
    'accounts.get',
    'challenges.get',
    'queries.recipientAndCycle',
    'challenges.replace',
    'queries.certificationsBy',
    'accounts.replace',
    'begin',
    'certifications.create',
    'recipients.merge',
    'ledger.create',
    'commit',
  ];

  test.each([true, false])(
    'twelve database calls at most: a relative, suspended; portrait on record: %s',
    async (portrait) => {
      await world.enlist(li, { portrait, payment: 'suspended-not-certified' });
      await world.photographCard('account-of-wang', li, '2026-06-25 10:12');
      world.at('2026-06-25 09:12');
      const input = await world.begin('wang', { contactId: 'c1' });
      expect(await world.callsOf(() => finish(input))).toEqual(worst);
    },
  );

  test('ten for the holder', async () => {
    const input = await world.begin('wang', self);
    expect(await world.callsOf(() => finish(input))).toEqual(
      worst.filter((call) => call !== 'accounts.replace' && call !== 'ledger.create'),
    );
  });

  test.each([
    ['a refusal', 0.3, ['recipients.replace', 'challenges.put']],
    ['a review', 0.5, ['queries.certificationsBy', 'reviews.put', 'recipients.replace', 'challenges.put']],
  ])('%s costs less', async (_what, similarity, calls) => {
    world.verifier.script = (good) => ({ ...good, similarity });
    const input = await world.begin('wang', self);
    expect(await world.callsOf(() => finish(input))).toEqual([...worst.slice(0, 5), ...calls]);
  });
});
