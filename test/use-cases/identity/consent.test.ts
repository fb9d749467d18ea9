import type { Person } from '../../support/world/retirees';
import { certifyingWorld } from '../../support/world/certifying';
import type { World } from '../../support/world/world';
import { codeOf, must } from '../../support/world/outcomes';

const wang: Person = { name: '王桂英', idNumber: '610526184001010029' };
const li: Person = { name: '李德福', idNumber: '61052618450312101X' };
let world: World;
beforeEach(() => {
  world = certifyingWorld('2026-06-15 09:12');
});

describe('B2: agreeing to face processing', () => {
  test('is recorded with the wording and the moment', async () => {
    const id = await world.register('wang', wang);
    expect(await world.agree('wang', true)).toEqual({ ok: true, data: { given: true } });
    expect(world.account(id).consent).toEqual({ version: '2026-11', at: new Date('2026-06-15T01:12:00.000Z') });
  });

  test('only the present wording can be agreed to', async () => {
    const id = await world.register('wang', wang);
    expect(await world.agree('wang', true, '2025-01')).toEqual({
      ok: false,
      code: 'BAD_INPUT',
      detail: { field: 'version' },
    });
    expect(world.account(id).consent).toBeUndefined();
  });

  test('needs an account', async () => {
    expect(codeOf(await world.agree('nobody', true))).toBe('NOT_SIGNED_IN');
    expect(codeOf(await world.agree('nobody', false))).toBe('NOT_SIGNED_IN');
  });
});

describe('B2: taking consent back', () => {
  test('works from a phone whose pages still have the former wording', async () => {
    const id = await world.register('wang', wang);
    await world.agree('wang', true);
    expect(await world.agree('wang', false, '2025-01')).toEqual({ ok: true, data: { given: false } });
    expect(world.account(id).consent).toBeUndefined();
  });

  test('deletes the cards that the account has photographed, of whomever, and those of nobody else', async () => {
    await world.signIn('wang', wang);
    await world.signIn('li', li);
    must(await world.photograph('wang', wang));
    must(await world.photograph('wang', li, li));
    must(await world.photograph('li', li));
    await world.agree('wang', false);
    expect(world.database.contents('enrolments').map(({ value }) => value.accountId)).toEqual(['account-of-li']);
    expect(world.files.paths).toHaveLength(1);
  });

  test('deletes the reference portrait that was made from the identity card, with its file', async () => {
    await world.enlist(wang, { portrait: false });
    await world.register('wang', wang);
    must(await world.verify('wang', wang));
    expect((await world.recipient(wang)).portrait?.from).toBe('id-card');
    await world.agree('wang', false);
    expect((await world.recipient(wang)).portrait).toBeUndefined();
    expect(world.files.paths).toEqual([]);
  });

  test("leaves the agency's own portrait: it was not made by this consent", async () => {
    await world.enlist(wang);
    await world.signIn('wang', wang);
    await world.agree('wang', false);
    expect((await world.recipient(wang)).portrait?.from).toBe('roster');
    expect(world.files.paths).toHaveLength(1);
  });

  test('leaves the portrait of a person whose name and number were only typed', async () => {
    await world.enlist(wang, { portrait: false });
    await world.register('wang', wang);
    must(await world.verify('wang', wang));
    await world.register('stranger', wang);
    await world.agree('stranger', false);
    expect((await world.recipient(wang)).portrait?.from).toBe('id-card');
  });

  test('takes the numbers that stand for the face out of the certifications, which stay', async () => {
    await world.enlist(wang);
    await world.signIn('wang', wang);
    must(await world.certify('wang', { self: true }));
    expect(world.database.contents('certifications').map(({ value }) => value.template)).toEqual(['face-1']);
    await world.agree('wang', false);
    const certifications = world.database.contents('certifications');
    expect(certifications).toHaveLength(1);
    expect(certifications[0]?.value.template).toBeUndefined();
  });

  test('leaves the holder verified: that was seen, and is no picture', async () => {
    const id = await world.register('wang', wang);
    must(await world.verify('wang', wang));
    await world.agree('wang', false);
    expect(world.account(id).verified?.by).toBe('face');
  });

  test('a second time changes nothing', async () => {
    await world.register('wang', wang);
    await world.agree('wang', true);
    await world.agree('wang', false);
    expect(await world.agree('wang', false)).toEqual({ ok: true, data: { given: false } });
  });

  test('while a card is being read: either the card is gone afterwards, or it was never kept', async () => {
    await world.register('wang', wang);
    await world.agree('wang', true);
    world.cardReader.meanwhile = () => world.agree('wang', false);
    expect(codeOf(await world.photograph('wang', wang))).toBe('CONSENT_REQUIRED');
    expect(world.database.contents('enrolments')).toEqual([]);
    expect(world.files.paths).toEqual([]);
  });

  test('while a card is being kept: nothing of it is left', async () => {
    for (let turns = 0; turns < 12; turns++) {
      world = certifyingWorld('2026-06-15 09:12');
      const id = await world.register('wang', wang);
      await world.agree('wang', true);
      const [, takenBack] = await Promise.all([
        world.photograph('wang', wang),
        (async () => {
          for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
          return world.agree('wang', false);
        })(),
      ]);
      expect(codeOf(takenBack)).toBe('ok');
      expect(world.account(id).consent).toBeUndefined();
      expect(world.database.contents('enrolments')).toEqual([]);
      expect(world.files.paths).toEqual([]);
    }
  });
});

describe('A14: closing an account', () => {
  test('deletes the cards it has photographed and the portrait made from the identity card', async () => {
    await world.enlist(wang, { portrait: false });
    await world.register('wang', wang);
    must(await world.verify('wang', wang));
    must(await world.photograph('wang', li, li));
    must(await world.user('wang').closeAccount({}));
    expect(world.database.contents('enrolments')).toEqual([]);
    expect((await world.recipient(wang)).portrait).toBeUndefined();
    expect(world.files.paths).toEqual([]);
  });

  test('lets the holder be verified on a new account, and nobody is told that they moved', async () => {
    await world.register('wang', wang);
    must(await world.verify('wang', wang));
    must(await world.user('wang').closeAccount({}));
    expect(world.holder(wang)?.accountId).toBeUndefined();
    const again = await world.register('wang again', wang);
    must(await world.verify('wang again', wang));
    expect(world.holder(wang)?.accountId).toBe(again);
  });

  test('leaves the verification of somebody whose number it only had typed', async () => {
    const id = await world.register('wang', wang);
    must(await world.verify('wang', wang));
    await world.register('stranger', wang);
    must(await world.user('stranger').closeAccount({}));
    expect(world.holder(wang)?.accountId).toBe(id);
  });
});
