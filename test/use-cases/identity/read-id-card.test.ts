import type { Person } from '../../support/world/retirees';
import { contact, someone } from '../../support/world/retirees';
import { certifyingWorld } from '../../support/world/certifying';
import type { World } from '../../support/world/world';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';

const wang: Person = { name: '王桂英', idNumber: '610526184001010029' };
const li: Person = { name: '李德福', idNumber: '61052618450312101X' };
const motherId = 'a'.repeat(32);
let world: World;
beforeEach(() => {
  world = certifyingWorld('2026-06-15 09:12');
});

/** Registered with name and number, agreed to face processing, not verified. */
const agreed = async (openid = 'wang', person: Partial<Person> = wang): Promise<string> => {
  const id = await world.register(openid, person);
  must(await world.agree(openid, true));
  return id;
};
const cards = () => world.database.contents('enrolments');

describe('B2: the photographed identity card', () => {
  test('of the holder is read before they are verified, and kept for 24 hours', async () => {
    const id = await agreed();
    expect(await world.photograph('wang', wang)).toEqual({ ok: true, data: { idNumber: '610526**********29' } });
    expect(cards()).toHaveLength(1);
    expect(cards()[0]).toMatchObject({
      id: `${id}.${world.recipientId(wang)}`,
      value: {
        accountId: id,
        portrait: { from: 'id-card', at: '2026-06-15T01:12:00.000Z' },
        expiresAt: new Date('2026-06-16T01:12:00.000Z'),
      },
    });
    const portrait = await world.files.open(cards()[0]?.value.portrait.fileId ?? '');
    expect(Buffer.from(portrait).toString()).toBe(`portrait from card ${wang.idNumber} 1`);
  });

  test('needs an account and consent, and consent in the present wording', async () => {
    expect(codeOf(await world.photograph('nobody', wang))).toBe('NOT_SIGNED_IN');
    await world.register('wang', { ...wang, consent: { version: '2025-01', at: world.now } });
    expect(codeOf(await world.photograph('wang', wang))).toBe('CONSENT_REQUIRED');
    expect(world.cardReader.readings).toBe(0);
  });

  test('whoever came by the phone button types name and number with it', async () => {
    await agreed('wang', {});
    expect(await world.photograph('wang', wang)).toEqual({ ok: false, code: 'BAD_INPUT', detail: { field: 'whom' } });
    expect(codeOf(await world.photograph('wang', wang, wang))).toBe('ok');
  });

  test('a typed number that is none is named before anything is read', async () => {
    await agreed('wang', {});
    const typo = { ...wang, idNumber: '610526184001010028' };
    expect(await world.photograph('wang', wang, typo)).toMatchObject({ code: 'BAD_ID_NUMBER' });
    expect(world.cardReader.readings).toBe(0);
  });

  test('with another number than the known one is refused, and nothing of it is kept', async () => {
    await agreed();
    expect(codeOf(await world.photograph('wang', li))).toBe('CARD_NUMBER_DIFFERS');
    expect(cards()).toEqual([]);
    expect(world.files.paths).toEqual([]);
  });

  test.each(['not-a-card', 'blurred', 'cut', 'glare', 'too-dark', 'no-portrait', 'number-unread'] as const)(
    'that is faulty (%s) is refused with its own reason, and nothing of it is kept',
    async (fault) => {
      await agreed();
      world.cardReader.fault = fault;
      expect(await world.photograph('wang', wang)).toEqual({
        ok: false,
        code: 'CARD_PHOTO_FAULTY',
        detail: { fault },
      });
      expect(world.files.paths).toEqual([]);
    },
  );

  test('is deleted although the reader fails', async () => {
    await agreed();
    world.cardReader.nextFault = new Error('no engine');
    await expect(world.photograph('wang', wang)).rejects.toThrow('no engine');
    expect(world.files.paths).toEqual([]);
  });

  test('is deleted although it is refused unread', async () => {
    await agreed();
    const fileId = await world.sendCard('wang', wang);
    must(await world.agree('wang', false));
    expect(codeOf(await world.user('wang').readIdCard({ fileId, whom: { self: true } }))).toBe('CONSENT_REQUIRED');
    expect(world.files.paths).toEqual([]);
  });

  test('photographed anew takes the place of the former one, whose portrait is deleted', async () => {
    await agreed();
    must(await world.photograph('wang', wang));
    world.at('2026-06-15 10:00');
    must(await world.photograph('wang', wang));
    expect(cards()).toHaveLength(1);
    expect(cards()[0]?.value.expiresAt).toEqual(new Date('2026-06-16T02:00:00.000Z'));
    expect(world.files.paths).toHaveLength(1);
  });

  test('read while another one is handed out leaves one card and one portrait', async () => {
    await agreed();
    const fileId = await world.sendCard('wang', wang);
    const first = world.user('wang').readIdCard({ fileId, whom: { self: true } });
    const second = world.photograph('wang', wang);
    const codes = [codeOf(await first), codeOf(await second)];
    expect(codes[1]).toBe('ok');
    expect(['ok', 'BAD_INPUT', 'CARD_PHOTO_MISSING']).toContain(codes[0]);
    expect(cards()).toHaveLength(1);
    expect(world.files.paths.filter((path) => path.startsWith('portraits/'))).toHaveLength(1);
    await expect(world.files.open(cards()[0]?.value.portrait.fileId ?? '')).resolves.toBeDefined();
  });

  test('is looked at 20 times a day and not a 21st time; the next day again', async () => {
    await agreed();
    world.cardReader.fault = 'blurred';
    for (let photo = 1; photo <= 20; photo++)
      expect(codeOf(await world.photograph('wang', wang))).toBe('CARD_PHOTO_FAULTY');
    world.cardReader.fault = undefined;
    expect(codeOf(await world.photograph('wang', wang))).toBe('TOO_MANY_CARD_PHOTOS');
    expect(world.files.paths).toEqual([]);
    world.at('2026-06-16 00:00');
    expect(codeOf(await world.photograph('wang', wang))).toBe('ok');
  });

  test('costs nothing of the look-ups of the day', async () => {
    const id = await agreed();
    must(await world.photograph('wang', wang));
    expect((await world.database.dailyCounters.get(id))?.value.days ?? {}).toEqual({});
  });
});

describe('B2: the place of a photographed card', () => {
  const read = (openid: string, fileId: string) => world.user(openid).readIdCard({ fileId, whom: { self: true } });
  const notHandedOut = { ok: false, code: 'BAD_INPUT', detail: { field: 'fileId' } };

  test('is handed out for ten minutes, says nothing about a person and is another one each time', async () => {
    await agreed();
    const [first, second] = [
      must(await world.user('wang').startCardPhoto({})),
      must(await world.user('wang').startCardPhoto({})),
    ];
    expect(first).toEqual({
      path: expect.stringMatching(/^cards\/[0-9a-f]{32}\.jpg$/) as string,
      expiresAt: '2026-06-15T01:22:00.000Z',
    });
    expect(second.path).not.toBe(first.path);
  });

  test('is handed out to nobody who is not signed in, or has not agreed', async () => {
    expect(codeOf(await world.user('nobody').startCardPhoto({}))).toBe('NOT_SIGNED_IN');
    await world.register('wang', wang);
    expect(codeOf(await world.user('wang').startCardPhoto({}))).toBe('CONSENT_REQUIRED');
  });

  test('is the only one: nothing else in storage is read, nor deleted', async () => {
    await agreed();
    const { path } = must(await world.user('wang').startCardPhoto({}));
    const others = ['portraits/1', `stills/${path}`, `cards/x/${path}`, 'cards/photo.jpg', `${path}.jpg`].map((place) =>
      world.files.upload(place, Buffer.from('of somebody')),
    );
    const before = world.files.paths;
    for (const fileId of [
      ...others,
      'cloud://test/cards/../portraits/1.jpg',
      'cloud://test/cards/gone.jpg',
      '',
      path,
    ]) {
      const refused = await read('wang', fileId);
      expect(refused.ok).toBe(false);
      expect(['BAD_INPUT', 'CARD_PHOTO_MISSING']).toContain(codeOf(refused));
    }
    expect(world.files.paths).toEqual(before);
    expect(world.cardReader.readings).toBe(0);
  });

  test('is nobody else’s: another phone has the card neither read nor deleted, signed in to the same account or not', async () => {
    const id = await agreed();
    await agreed('thief', li);
    await world.joinAccount('daughter', id);
    const fileId = await world.sendCard('wang', wang);
    for (const openid of ['thief', 'daughter']) {
      expect(await read(openid, fileId)).toEqual(notHandedOut);
      must(await world.user(openid).startCardPhoto({}));
      expect(await read(openid, fileId)).toEqual(notHandedOut);
    }
    expect(codeOf(await read('nobody', fileId))).toBe('NOT_SIGNED_IN');
    expect(codeOf(await read('wang', fileId))).toBe('ok');
  });

  test('goes with the session: after signing in anew another one is asked for', async () => {
    const id = await agreed();
    const fileId = await world.sendCard('wang', wang);
    await world.joinAccount('wang', id);
    expect(await read('wang', fileId)).toEqual(notHandedOut);
  });

  test('serves once, whatever came of it', async () => {
    await agreed();
    const fileId = await world.sendCard('wang', wang);
    world.cardReader.fault = 'blurred';
    expect(codeOf(await read('wang', fileId))).toBe('CARD_PHOTO_FAULTY');
    world.cardReader.fault = undefined;
    expect(codeOf(await read('wang', fileId))).toBe('CARD_PHOTO_MISSING');
    world.files.upload(fileId.slice('cloud://test/'.length), Buffer.from('another picture at the same place'));
    expect(codeOf(await read('wang', fileId))).toBe('CARD_PHOTO_MISSING');
    expect(world.cardReader.readings).toBe(1);
  });

  test('asked for by four at once is read once, and counted once', async () => {
    await agreed();
    const fileId = await world.sendCard('wang', wang);
    const results = await atOnce(4, () => read('wang', fileId));
    expect(tally(results)).toEqual({ ok: 1, CARD_PHOTO_MISSING: 3 });
    expect(world.cardReader.readings).toBe(1);
    expect(cards()).toHaveLength(1);
  });

  test('stays good where nothing has arrived yet', async () => {
    await agreed();
    const { path } = must(await world.user('wang').startCardPhoto({}));
    expect(codeOf(await read('wang', `cloud://test/${path}`))).toBe('CARD_PHOTO_MISSING');
    expect(codeOf(await read('wang', world.uploadCard(path, wang)))).toBe('ok');
  });

  test('of before another was handed out is void, and what lies there is left alone', async () => {
    await agreed();
    const former = await world.sendCard('wang', wang);
    const fileId = await world.sendCard('wang', wang);
    expect(await read('wang', former)).toEqual(notHandedOut);
    expect(codeOf(await read('wang', fileId))).toBe('ok');
    expect(world.files.paths).toContain(former.slice('cloud://test/'.length));
  });

  test('of 09:12 is good at 09:21:59 and no more at 09:22, when the photograph is deleted unread', async () => {
    await agreed();
    const early = await world.sendCard('wang', wang);
    world.at('2026-06-15 09:21:59');
    expect(codeOf(await read('wang', early))).toBe('ok');
    world.at('2026-06-15 09:12');
    const late = await world.sendCard('wang', wang);
    world.at('2026-06-15 09:22');
    expect(codeOf(await read('wang', late))).toBe('CARD_PHOTO_MISSING');
    expect(world.cardReader.readings).toBe(1);
    expect(world.files.paths.filter((path) => path.startsWith('cards/'))).toEqual([]);
  });
});

describe("B4: somebody else's card", () => {
  test('is read for a verified account: of a contact, and of whoever is typed', async () => {
    const id = await world.signIn('daughter', li, { contacts: [contact(motherId, wang)] });
    expect(codeOf(await world.photograph('daughter', wang, { contactId: motherId }))).toBe('ok');
    const neighbour = someone(2);
    expect(codeOf(await world.photograph('daughter', neighbour, neighbour))).toBe('ok');
    const expected = [wang, neighbour].map((person) => `${id}.${world.recipientId(person)}`);
    expect(cards().map((card) => card.id)).toEqual(expected);
  });

  test('is not read before the holder is verified (B1)', async () => {
    await world.register('daughter', { ...li, contacts: [contact(motherId, wang)] });
    must(await world.agree('daughter', true));
    expect(codeOf(await world.photograph('daughter', wang, { contactId: motherId }))).toBe('REAL_NAME_REQUIRED');
  });

  test('of nobody known is not read', async () => {
    await world.signIn('daughter', li);
    expect(codeOf(await world.photograph('daughter', wang, { contactId: motherId }))).toBe('CONTACT_NOT_FOUND');
  });
});
