import fs from 'node:fs';
import path from 'node:path';
import { describeInBrowser } from '../support/browser';
import { painted, toJpeg } from '../support/faces/picture';
import { changedDemo, setUpPhone, type PhoneStand, type TestPhone } from '../support/phone';

interface Point {
  x: number;
  y: number;
}

interface Anchor {
  points: Point[];
  confidence: number[];
  angle: number[];
  origin: Point;
  size: { width: number; height: number };
  type: number;
  detectId: number;
}

interface Seen {
  event: string;
  anchors: Anchor[];
}

const FACES = path.resolve(__dirname, '../fixtures/faces');

describeInBrowser('VisionKit on the phone', () => {
  let stand: PhoneStand;
  let phone: TestPhone;

  beforeAll(async () => {
    const copy = changedDemo({});
    for (const name of ['hopper', 'collins'])
      fs.copyFileSync(path.join(FACES, `${name}.jpg`), path.join(copy.folder, 'images', `${name}.jpg`));
    fs.writeFileSync(
      path.join(copy.folder, 'images/nobody.jpg'),
      toJpeg(painted(320, 320, [120, 130, 140], () => undefined)),
    );
    stand = await setUpPhone({}, copy);
    phone = await stand.open();
  });
  afterAll(() => stand.close());

  /** Shows these pictures to one session, each after the answer to the one before. */
  const look = (...pictures: string[]): Promise<Seen[]> =>
    phone.page.evaluate(async (names) => {
      interface Session {
        start(started: (errno: number | null) => void): void;
        on(event: string, listener: (anchors: Anchor[]) => void): void;
        detectFace(options: object): void;
        destroy(): void;
      }
      interface Wx {
        createVKSession(options: object): Session;
        createOffscreenCanvas(options: object): HTMLCanvasElement & { createImage(): HTMLImageElement };
      }
      const { wx } = globalThis as unknown as { wx: Wx };
      const pixelsOf = async (name: string) => {
        const canvas = wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
        const image = canvas.createImage();
        await new Promise((resolve, reject) => {
          Object.assign(image, { onload: resolve, onerror: reject, src: `/images/${name}.jpg` });
        });
        Object.assign(canvas, { width: image.width, height: image.height });
        const pen = canvas.getContext('2d');
        pen?.drawImage(image, 0, 0);
        const data = pen?.getImageData(0, 0, image.width, image.height).data.buffer;
        return { frameBuffer: data, width: image.width, height: image.height };
      };
      const session = wx.createVKSession({ track: { face: { mode: 2 } }, version: 'v1' });
      const seen: Seen[] = [];
      let answered = (): void => undefined;
      for (const event of ['addAnchors', 'updateAnchors', 'removeAnchors'])
        session.on(event, (anchors) => {
          seen.push({ event, anchors });
          if (event === 'updateAnchors') answered();
        });
      await new Promise<void>((resolve, reject) =>
        session.start((errno) => (errno === null ? resolve() : reject(new Error(`start: ${errno}`)))),
      );
      for (const name of names) {
        const picture = await pixelsOf(name);
        await new Promise<void>((resolve) => {
          answered = resolve;
          session.detectFace({ ...picture, scoreThreshold: 0.5, sourceType: 1, modelMode: 1 });
        });
      }
      session.destroy();
      return seen;
    }, pictures);

  const faceOf = (seen: Seen[]): Anchor => {
    const [first] = seen.find(({ event }) => event === 'updateAnchors')?.anchors ?? [];
    if (!first) throw new Error('nobody was found');
    return first;
  };
  const at = ({ points }: Anchor, index: number): Point => {
    const point = points[index];
    if (!point) throw new RangeError(`no point ${index}`);
    return point;
  };
  const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

  test.each(['hopper', 'collins'])('the face of %s has its 106 points in the order of VisionKit', async (name) => {
    const face = faceOf(await look(name));
    expect(face).toMatchObject({ type: 3, detectId: 0 });
    expect([face.points.length, face.confidence.length, face.angle.length]).toEqual([106, 106, 3]);
    for (const { x, y } of face.points) expect(Math.min(x, y, 1 - x, 1 - y)).toBeGreaterThanOrEqual(0);
    const fromLeftToRight = [0, 52, 74, 55, 46, 58, 77, 61, 32].map((index) => at(face, index).x);
    expect(fromLeftToRight).toEqual([...fromLeftToRight].sort((a, b) => a - b));
    const fromTopToBottom = [35, 72, 73, 46, 49, 87, 98, 102, 93, 16].map((index) => at(face, index).y);
    expect(fromTopToBottom).toEqual([...fromTopToBottom].sort((a, b) => a - b));
    expect(at(face, 16).y).toBe(Math.max(...face.points.map(({ y }) => y)));
  });

  test('by its measures the eyes are open, the mouth is shut and the head is straight', async () => {
    const face = faceOf(await look('collins'));
    const open = (upper: number, lower: number, outer: number, inner: number) =>
      distance(at(face, upper), at(face, lower)) / distance(at(face, outer), at(face, inner));
    expect((open(53, 57, 52, 55) + open(54, 56, 52, 55)) / 2).toBeGreaterThan(0.2);
    expect((open(59, 63, 58, 61) + open(60, 62, 58, 61)) / 2).toBeGreaterThan(0.2);
    const turn = (2 * (at(face, 46).x - at(face, 0).x)) / (at(face, 32).x - at(face, 0).x) - 1;
    expect(Math.abs(turn)).toBeLessThan(0.35);
  });

  test('a face comes and goes: added, updated with every picture, removed', async () => {
    const seen = await look('nobody', 'hopper', 'nobody');
    expect(seen.map(({ event, anchors }) => [event, anchors.length])).toEqual([
      ['updateAnchors', 0],
      ['addAnchors', 1],
      ['updateAnchors', 1],
      ['updateAnchors', 0],
      ['removeAnchors', 1],
    ]);
  });

  test('what the simulator does not track is refused by name', async () => {
    const failure = (options: object) =>
      phone.page.evaluate((asked) => {
        const { wx } = globalThis as unknown as { wx: { createVKSession(options: object): unknown } };
        try {
          wx.createVKSession(asked);
          return 'made';
        } catch (cause) {
          return (cause as Error).message;
        }
      }, options);
    expect(await failure({ track: { hand: { mode: 2 } } })).toBe('the simulator has no VKSession that tracks "hand"');
    expect(await failure({ track: { face: { mode: 1 } } })).toBe('the simulator has no VKSession with face mode 1');
  });

  test('a phone without VisionKit says so', async () => {
    const asked = () => {
      const { wx } = globalThis as unknown as {
        wx: { isVKSupport(version: string): boolean; createVKSession: unknown };
      };
      return [wx.isVKSupport('v1'), typeof wx.createVKSession];
    };
    expect(await phone.page.evaluate(asked)).toEqual([true, 'function']);
    const without = await stand.openAnother('?bare=1&novk=1');
    expect(await without.page.evaluate(asked)).toEqual([false, 'undefined']);
    await without.context.close();
  });

  test('no fault was reported', async () => {
    expect(await phone.faults()).toEqual([]);
  });
});
