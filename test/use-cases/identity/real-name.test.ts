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
const resultOf = async (finished: ReturnType<World['verify']>) => must(await finished).result;

describe('B2: the steps come in their order, and none is skipped', () => {
  test('without consent there is no card, and without a card no face', async () => {
    await world.register('wang', wang);
    expect(codeOf(await world.startRealName('wang'))).toBe('CONSENT_REQUIRED');
    expect(codeOf(await world.photograph('wang', wang))).toBe('CONSENT_REQUIRED');
    must(await world.agree('wang'));
    expect(codeOf(await world.startRealName('wang'))).toBe('ID_CARD_REQUIRED');
    must(await world.photograph('wang', wang));
    expect(codeOf(await world.startRealName('wang'))).toBe('ok');
  });

  test('a card waits 24 hours for its face and not longer', async () => {
    await world.register('wang', wang);
    must(await world.agree('wang', true));
    must(await world.photograph('wang', wang));
    world.at('2026-06-16 09:11');
    expect(codeOf(await world.startRealName('wang'))).toBe('ok');
    world.at('2026-06-16 09:12');
    expect(codeOf(await world.startRealName('wang'))).toBe('ID_CARD_REQUIRED');
  });

  test("another account's card does not serve", async () => {
    await world.register('wang', wang);
    await world.register('stranger', wang);
    await world.beginRealName('wang', wang);
    must(await world.agree('stranger', true));
    expect(codeOf(await world.startRealName('stranger'))).toBe('ID_CARD_REQUIRED');
  });

  test('whoever came by the phone button has to type name and number', async () => {
    await world.register('wang');
    must(await world.agree('wang', true));
    expect(await world.startRealName('wang')).toEqual({ ok: false, code: 'BAD_INPUT', detail: { field: 'whom' } });
  });

  test('a name in traditional characters is refused, and the simplified one offered (A6)', async () => {
    await world.register('liu');
    const typed = { name: '劉國強', idNumber: li.idNumber };
    expect(await world.startRealName('liu', typed)).toEqual({
      ok: false,
      code: 'TRADITIONAL_NAME',
      detail: { simplified: '刘国强' },
    });
  });

  test('a name as the identity card shows it goes on, and so does one that the account has already (A6)', async () => {
    const typed = { name: '刘濛', idNumber: li.idNumber };
    await world.register('liu');
    expect(codeOf(await world.startRealName('liu', { ...typed, asOnCard: true }))).toBe('CONSENT_REQUIRED');
    await world.register('meng', typed);
    expect(codeOf(await world.startRealName('meng'))).toBe('CONSENT_REQUIRED');
  });

  test('whether a traditional name belongs to a number is told twenty times a day (C4)', async () => {
    await world.enlist({ ...li, name: '刘国强' });
    await world.register('liu');
    const start = (name: string) => world.startRealName('liu', { name, idNumber: li.idNumber });
    expect(codeOf(await start('劉國強'))).toBe('CONSENT_REQUIRED');
    for (let tried = 1; tried < 20; tried++) expect(codeOf(await start('劉國華'))).toBe('TRADITIONAL_NAME');
    expect(codeOf(await start('劉國強'))).toBe('TRADITIONAL_NAME');
  });

  test('a verified holder stays the same person', async () => {
    await world.signIn('wang', wang);
    expect(await world.startRealName('wang', li)).toMatchObject({ code: 'BAD_INPUT', detail: { field: 'whom' } });
  });
});

describe('B2: the live face', () => {
  test('that is the one on the card verifies the holder', async () => {
    const id = await world.register('wang', wang);
    expect(must(await world.verify('wang', wang))).toEqual({ result: 'verified', reasons: [] });
    expect(world.account(id)).toMatchObject({
      ...wang,
      verified: { by: 'face', at: new Date('2026-06-15T01:12:00Z') },
    });
    expect(world.holder(wang)?.accountId).toBe(id);
  });

  test('is compared with the portrait on the card', async () => {
    await world.register('wang', wang);
    must(await world.verify('wang', wang));
    const [{ reference } = { reference: Buffer.of() }] = world.verifier.examinations;
    expect(Buffer.from(reference).toString()).toBe(`portrait from card ${wang.idNumber} 1`);
  });

  test('gives the account the name and number that were typed', async () => {
    const id = await world.register('wang');
    must(await world.verify('wang', wang, wang));
    expect(world.account(id)).toMatchObject(wang);
  });

  test('corrects what was typed wrongly at registration', async () => {
    const id = await world.register('wang', { name: '王桂应', idNumber: li.idNumber });
    must(await world.verify('wang', wang, wang));
    expect(world.account(id)).toMatchObject(wang);
    expect(world.holder(li)).toBeUndefined();
  });

  test('that is another one verifies nobody and says why; the card may be used again', async () => {
    const id = await world.register('wang', wang);
    world.alike(0.2);
    expect(must(await world.verify('wang', wang))).toEqual({ result: 'refused', reasons: ['another-person'] });
    expect(world.account(id).verified).toBeUndefined();
    expect(codeOf(await world.startRealName('wang'))).toBe('ok');
  });

  test('that failed five times is to wait for tomorrow (D5)', async () => {
    await world.register('wang', wang);
    world.alike(0.2);
    for (let failed = 0; failed < 5; failed++) must(await world.verify('wang', wang));
    expect(codeOf(await world.startRealName('wang'))).toBe('TRY_TOMORROW');
    world.at('2026-06-16 00:00');
    expect(codeOf(await world.startRealName('wang'))).toBe('ok');
  });

  test('five failures begun at the same moment are five: the sixth is not looked at', async () => {
    await world.register('wang', wang);
    world.alike(0.2);
    const begun = [];
    for (let count = 0; count < 6; count++) begun.push(await world.beginRealName('wang', wang));
    for (const input of begun.slice(0, 5)) must(await world.user('wang').finishRealName(input));
    expect(codeOf(await world.user('wang').finishRealName(begun[5] ?? begun[0]!))).toBe('TRY_TOMORROW');
    expect(world.verifier.examinations).toHaveLength(5);
  });

  test('shown in pictures that were shown before is refused', async () => {
    await world.register('wang', wang);
    world.alike(0.2);
    const first = await world.beginRealName('wang', wang);
    const bytes = await Promise.all(first.stills.map(({ fileId }) => world.files.open(fileId)));
    must(await world.user('wang').finishRealName(first));
    world.alike(0.9);
    const second = await world.beginRealName('wang', wang);
    second.stills.forEach(({ fileId }, at) =>
      world.files.upload(fileId.slice('cloud://test/'.length), bytes[at] ?? Buffer.of()),
    );
    expect(must(await world.user('wang').finishRealName(second))).toEqual({
      result: 'refused',
      reasons: ['stills-reused'],
    });
  });

  test('leaves no picture behind, whatever came of it (D7)', async () => {
    await world.register('wang', wang);
    must(await world.verify('wang', wang));
    expect(world.files.paths).toEqual([]);
    await world.register('li', li);
    world.alike(0.2);
    must(await world.verify('li', li));
    expect(world.files.paths.filter((path) => !path.startsWith('portraits/'))).toEqual([]);
  });
});

describe('B2: the portrait', () => {
  test('becomes the reference of whoever is on the roster, and the card is not needed any more', async () => {
    await world.enlist(wang, { portrait: false });
    await world.register('wang', wang);
    must(await world.verify('wang', wang));
    const { portrait } = await world.recipient(wang);
    expect(portrait).toMatchObject({ from: 'id-card', at: '2026-06-15T01:12:00.000Z' });
    await expect(world.files.open(portrait?.fileId ?? '')).resolves.toBeDefined();
    expect(world.database.contents('enrolments')).toEqual([]);
    expect(world.files.paths).toHaveLength(1);
  });

  test('takes the place of an older one, whose file is deleted', async () => {
    await world.enlist(wang);
    await world.register('wang', wang);
    must(await world.verify('wang', wang));
    expect((await world.recipient(wang)).portrait?.from).toBe('id-card');
    expect(world.files.paths).toHaveLength(1);
  });

  test('is not put beside another name on the roster', async () => {
    await world.enlist({ ...wang, name: '王桂应' }, { portrait: false });
    const id = await world.register('wang', wang);
    must(await world.verify('wang', wang));
    expect(world.account(id).verified?.by).toBe('face');
    expect((await world.recipient(wang)).portrait).toBeUndefined();
    expect(world.files.paths).toEqual([]);
  });

  test('lets the holder certify at once', async () => {
    await world.enlist(wang, { portrait: false });
    await world.register('wang', wang);
    must(await world.verify('wang', wang));
    expect(must(await world.certify('wang', { self: true })).result).toBe('certified');
  });
});

describe('D6: a face that the engine is not sure of', () => {
  test('goes before a reviewer with its pictures and the portrait, encrypted', async () => {
    await world.enlist(wang, { portrait: false });
    const id = await world.register('wang', wang);
    world.alike(0.5);
    const begun = await world.beginRealName('wang', wang);
    expect(must(await world.user('wang').finishRealName(begun))).toEqual({ result: 'review', reasons: ['unsure'] });
    expect(world.account(id).verified).toBeUndefined();
    const [review] = world.database.contents('reviews');
    expect(review).toMatchObject({
      id: begun.challengeId,
      value: {
        challenge: { purpose: 'real-name', ...wang },
        submittedByAccountId: id,
        state: 'open',
        unitId: 'school-1',
        portrait: { from: 'id-card' },
      },
    });
    expect(review?.value.stills).toHaveLength(begun.stills.length);
    for (const { fileId } of [...(review?.value.stills ?? []), ...(review ? [review.value.portrait] : [])])
      await expect(world.files.open(fileId)).resolves.toBeDefined();
  });

  test('is told the same when it is asked again', async () => {
    await world.register('wang', wang);
    world.alike(0.5);
    const begun = await world.beginRealName('wang', wang);
    const first = await world.user('wang').finishRealName(begun);
    expect(await world.user('wang').finishRealName(begun)).toEqual(first);
    expect(world.verifier.examinations).toHaveLength(1);
  });

  test('the gentle way always goes before a reviewer', async () => {
    await world.register('wang', wang);
    const begun = await world.beginRealName('wang', wang, { self: true }, 'gentle');
    expect(await resultOf(world.user('wang').finishRealName(begun))).toBe('review');
  });

  test('is verified by whoever accepts it, as by the engine; a second time changes nothing', async () => {
    await world.enlist(wang, { portrait: false });
    const id = await world.register('wang', wang);
    world.alike(0.5);
    const { challengeId, stills } = await world.beginRealName('wang', wang);
    must(await world.user('wang').finishRealName({ challengeId, stills }));
    await world.acceptReview(challengeId);
    await world.acceptReview(challengeId);
    expect(world.account(id).verified?.by).toBe('face');
    expect(world.holder(wang)?.accountId).toBe(id);
    const { portrait } = await world.recipient(wang);
    expect(portrait?.from).toBe('id-card');
    await expect(world.files.open(portrait?.fileId ?? '')).resolves.toBeDefined();
  });

  test('is not verified where consent was taken back meanwhile', async () => {
    const id = await world.register('wang', wang);
    world.alike(0.5);
    const { challengeId, stills } = await world.beginRealName('wang', wang);
    must(await world.user('wang').finishRealName({ challengeId, stills }));
    must(await world.agree('wang', false));
    await world.acceptReview(challengeId);
    expect(world.account(id).verified).toBeUndefined();
    expect(world.files.paths.filter((path) => path.startsWith('portraits/'))).toEqual([]);
  });
});
