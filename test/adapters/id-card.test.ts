import fs from 'node:fs';
import path from 'node:path';
import { createEmbeddedVerifier } from '../../cloudfunctions/adapters/face/embedded/embedded-verifier';
import { findFaces } from '../../cloudfunctions/adapters/face/embedded/find-faces';
import type { DigitsEngine } from '../../cloudfunctions/adapters/id-card/embedded/digits-engine';
import { createDigitsEngine, filesBeside } from '../../cloudfunctions/adapters/id-card/embedded/digits-engine';
import { createIdCardReader } from '../../cloudfunctions/adapters/id-card/embedded/id-card-reader';
import { copyCardEngine } from '../support/faces/card-engine-folder';
import { faulty, readable } from '../support/faces/card-photos';
import { ENGINE_FOLDER } from '../support/faces/engine-folder';
import { fromJpeg, painted, toJpeg } from '../support/faces/picture';
import type { Scratch } from '../support/scratch';
import { isWhole } from '../support/whole-matrix';

jest.setTimeout(60_000);
const fixture = (name: string) => fs.readFileSync(path.join(__dirname, '../fixtures', `${name}.jpg`));
const cards = [
  { card: 'wang', face: 'collins', other: 'hopper', idNumber: '610526184503120025' },
  { card: 'li', face: 'hopper', other: 'collins', idNumber: '61052618480709011X' },
] as const;
/** The second card shows that nothing is made for the first one alone. */
const SAMPLES = [
  'as it lies',
  'upside down',
  'in dim light',
  'blurred',
  'a lamp on the number',
  'without its lower edge',
];
/** In the tests: each species of photograph and of fault, and the second card now and then. */
const TESTED: Record<(typeof cards)[number]['card'], readonly string[]> = {
  wang: [
    'as it lies',
    'leaning by 20°',
    'on its left side',
    'askew',
    'with few pixels',
    'in dim light with grain',
    'with a trembling hand',
    'blurred',
    'in the dark',
    'a lamp on the face',
    'without its lower edge',
    'a finger on the number',
    'its portrait covered',
  ],
  li: ['upside down', 'a lamp on the number'],
};
const variantsOf = <V>(variants: Record<string, V>) =>
  cards.flatMap((card) =>
    Object.entries(variants)
      .filter(([title]) => card.card === 'wang' || SAMPLES.includes(title))
      .filter(([title]) => isWhole || TESTED[card.card].includes(title))
      .map(([title, variant]) => ({ ...card, title, variant })),
  );

let digits: Scratch;
let engine: DigitsEngine;
const read = (photo: Uint8Array) =>
  createIdCardReader({ engine, findFaces: (picture) => findFaces(picture, ENGINE_FOLDER) }).read(photo);
beforeAll(() => {
  digits = copyCardEngine();
  engine = createDigitsEngine(filesBeside(digits.folder));
});
afterAll(async () => {
  await engine.close();
  digits.remove();
});

/** What each photograph came to, printed at the end: the numbers behind the rules of the reader. */
const table: { card: string; photo: string; milliseconds: number; result: string; portrait?: number }[] = [];
afterAll(() => {
  process.stdout.write(table.map((row) => `${JSON.stringify(row)}\n`).join(''));
});
const measured = async (card: string, photo: string, bytes: Uint8Array) => {
  const began = performance.now();
  const reading = await read(bytes);
  const milliseconds = Math.round(performance.now() - began);
  const result = reading.ok ? 'read' : reading.fault;
  table.push({ card, photo, milliseconds, result, ...(reading.ok && { portrait: reading.portrait.length }) });
  return reading;
};

describe('B2: the number and the portrait of a photographed card', () => {
  test.each(variantsOf(readable))('$card, $title: are read', async ({ card, title, variant, idNumber }) => {
    const reading = await measured(card, title, variant(fromJpeg(fixture(`id-cards/${card}`))));
    expect(reading).toMatchObject({ ok: true, idNumber });
    if (!reading.ok) return;
    expect(reading.portrait.length).toBeLessThanOrEqual(60 * 1024);
    expect(fromJpeg(reading.portrait).width).toBeGreaterThan(50);
  });

  test.each(cards)('the portrait of $card is the person and nobody else', async ({ card, face, other }) => {
    const reading = await read(fixture(`id-cards/${card}`));
    if (!reading.ok) throw new Error(reading.fault);
    const verifier = createEmbeddedVerifier(ENGINE_FOLDER);
    const similarityTo = async (name: string) => {
      const stills = [0, 1000, 2000].map((at) => ({ shows: 'neutral' as const, at, bytes: fixture(`faces/${name}`) }));
      return (await verifier.examine({ stills, actions: [], reference: reading.portrait })).similarity ?? 0;
    };
    const same = await similarityTo(face);
    const another = await similarityTo(other);
    table.push({
      card,
      photo: `similarity ${same.toFixed(2)}, to another ${another.toFixed(2)}`,
      milliseconds: 0,
      result: '',
    });
    expect(same).toBeGreaterThan(0.6);
    expect(another).toBeLessThan(0.45);
  });
});

describe('B2: a photograph that is of no use', () => {
  test.each(variantsOf(faulty))('$card, $title: says so ($variant.fault)', async ({ card, title, variant }) => {
    const photo = variant.photo(fromJpeg(fixture(`id-cards/${card}`)));
    expect(await measured(card, title, photo)).toEqual({ ok: false, fault: variant.fault });
  });

  test.each(['collins', 'hopper'])('of %s herself, without a card: is no card', async (face) => {
    expect(await measured(face, 'herself', fixture(`faces/${face}`))).toEqual({ ok: false, fault: 'not-a-card' });
  });

  test('of a wall, of nothing, and bytes that are no picture: are no card', async () => {
    const wall = toJpeg(painted(1200, 900, [180, 175, 160], () => undefined));
    const card = fixture('id-cards/wang');
    for (const bytes of [
      wall,
      Buffer.of(),
      Buffer.from('no picture'),
      card.subarray(0, 20_000),
      Buffer.alloc(4096, 255),
    ])
      expect(await read(bytes)).toEqual({ ok: false, fault: 'not-a-card' });
  });
});

describe('what is no number', () => {
  test('is not made one: a digit that is wrong on the card is not corrected', async () => {
    const misread: DigitsEngine = { read: async () => '610526184503120026', close: async () => undefined };
    const reader = createIdCardReader({ engine: misread, findFaces: (picture) => findFaces(picture, ENGINE_FOLDER) });
    expect(await reader.read(fixture('id-cards/wang'))).toEqual({ ok: false, fault: 'number-unread' });
  });

  test('without its files the engine says so, and nothing ends with it', async () => {
    const missing = createDigitsEngine(filesBeside(path.join(digits.folder, 'gone')));
    await expect(missing.read({ width: 8, height: 8, values: new Uint8Array(64) })).rejects.toThrow('ENOENT');
    await missing.close();
  });
});
