import type { Person } from '../../support/world/retirees';
import { certifyingWorld } from '../../support/world/certifying';
import type { World } from '../../support/world/world';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';

const wang: Person = { name: '王桂英', idNumber: '610526184001010029' };
let world: World;
beforeEach(() => {
  world = certifyingWorld('2026-06-15 09:12');
});

describe('B3: one person is verified on one account', () => {
  test('a second account takes the holder over after its face check, and the first one is told', async () => {
    const first = await world.register('wang', wang);
    must(await world.verify('wang', wang));
    const second = await world.register('new phone', wang);
    world.at('2026-06-20 15:00');
    must(await world.verify('new phone', wang));
    expect(world.account(second).verified?.by).toBe('face');
    expect(world.account(first).verified).toBeUndefined();
    expect(world.account(first).verifiedElsewhereAt).toEqual(new Date('2026-06-20T07:00:00.000Z'));
    expect(codeOf(await world.user('wang').eligibility({ self: true }))).toBe('REAL_NAME_REQUIRED');
  });

  test('a face that fails takes nothing over', async () => {
    const first = await world.register('wang', wang);
    must(await world.verify('wang', wang));
    await world.register('thief', wang);
    world.alike(0.2);
    must(await world.verify('thief', wang));
    expect(world.account(first).verified?.by).toBe('face');
    expect(world.holder(wang)?.accountId).toBe(first);
  });

  test('the first account may take the holder back in the same way', async () => {
    const first = await world.register('wang', wang);
    must(await world.verify('wang', wang));
    const second = await world.register('new phone', wang);
    must(await world.verify('new phone', wang));
    must(await world.verify('wang', wang));
    expect(world.account(first).verifiedElsewhereAt).toBeUndefined();
    expect(world.account(first).verified?.by).toBe('face');
    expect(world.account(second).verified).toBeUndefined();
  });

  test('of two phones that finish at the same moment exactly one ends up with the holder', async () => {
    for (let round = 0; round < 5; round++) {
      world = certifyingWorld('2026-06-15 09:12');
      await world.enlist(wang, { portrait: false });
      const ids = [await world.register('wang', wang), await world.register('new phone', wang)];
      const begun = [await world.beginRealName('wang', wang), await world.beginRealName('new phone', wang)] as const;
      const results = await Promise.all([
        world.user('wang').finishRealName(begun[0]),
        world.user('new phone').finishRealName(begun[1]),
      ]);
      expect(tally(results)).toEqual({ ok: 2 });
      const verified = ids.filter((id) => world.account(id).verified);
      expect(verified).toHaveLength(1);
      expect(ids.filter((id) => world.account(id).verifiedElsewhereAt)).toHaveLength(1);
      expect(world.holder(wang)?.accountId).toBe(verified[0]);
      const { portrait } = await world.recipient(wang);
      expect(world.files.paths).toEqual([portrait?.fileId.slice('cloud://test/'.length)]);
    }
  });

  test('ten times the same request at once verifies once', async () => {
    await world.register('wang', wang);
    const begun = await world.beginRealName('wang', wang);
    const results = await atOnce(10, () => world.user('wang').finishRealName(begun));
    expect(world.verifier.examinations).toHaveLength(1);
    expect(tally(results)['ok']).toBeGreaterThanOrEqual(1);
    expect(await world.user('wang').finishRealName(begun)).toEqual({
      ok: true,
      data: { result: 'verified', reasons: [] },
    });
  });

  test('consent that is taken back while the face is being looked at is heard', async () => {
    const id = await world.register('wang', wang);
    const begun = await world.beginRealName('wang', wang);
    const examine = world.verifier.examine.bind(world.verifier);
    world.verifier.examine = async (examination) => {
      await world.agree('wang', false);
      return examine(examination);
    };
    expect(codeOf(await world.user('wang').finishRealName(begun))).toBe('CONSENT_REQUIRED');
    expect(world.account(id).verified).toBeUndefined();
    expect(world.files.paths).toEqual([]);
  });
});

describe('B3 and A13: verified by card on one account and by face on another', () => {
  const withCard = () => {
    world.socialSecurityCards.cards.set(wang.idNumber, { name: wang.name, password: '246810', activated: true });
  };

  test('the first sign-in by card comes to the account on which its holder is verified', async () => {
    withCard();
    const id = await world.register('wang', wang);
    must(await world.verify('wang', wang));
    must(await world.signInByCard('new phone', wang));
    expect(world.database.contents('accounts')).toHaveLength(1);
    expect((await world.database.cards.get(world.recipientId(wang)))?.value.accountId).toBe(id);
  });

  test('a face check moves the holder from the account of the card, and the card with them', async () => {
    withCard();
    must(await world.signInByCard('card', wang));
    const [{ id: ofCard } = { id: '' }] = world.database.contents('accounts');
    expect(world.holder(wang)?.accountId).toBe(ofCard);
    const second = await world.register('wang', wang);
    must(await world.verify('wang', wang));
    expect(world.account(ofCard).verified).toBeUndefined();
    expect(world.account(ofCard).verifiedElsewhereAt).toBeDefined();
    must(await world.signInByCard('another phone', wang));
    const session = await world.database.sessions.get(world.hash.of('openid', 'another phone'));
    expect(session?.value.accountId).toBe(second);
    expect(world.database.contents('accounts').filter(({ value }) => value.verified)).toHaveLength(1);
  });

  test('a card and a face at the same moment verify one account', async () => {
    withCard();
    await world.register('wang', wang);
    const begun = await world.beginRealName('wang', wang);
    await Promise.all([world.signInByCard('card', wang), world.user('wang').finishRealName(begun)]);
    expect(world.database.contents('accounts').filter(({ value }) => value.verified)).toHaveLength(1);
  });
});
