import type { FaceAction } from '../../miniprogram/shared/contract/identity';
import { heldPhotograph, inTheDark } from '../support/faces/attacks';
import { blurred, exposed, mapped, painted, sideBySide, toJpeg, type Picture } from '../support/faces/picture';
import { actors, honest, onTrial } from '../support/faces/trial';
import { sampleOf } from '../support/whole-matrix';
import { SMALL, acting, orderOf, portraitOf, taken, type Person, type Shows } from '../support/faces/tries';

jest.setTimeout(120_000);

const people: readonly Person[] = ['collins', 'hopper'];
const otherOf = (person: Person): Person => (person === 'collins' ? 'hopper' : 'collins');
/** In the tests one person stands for both. */
const [collins, hopper] = [sampleOf(people, 0), sampleOf(people, 1)];
const twoOf = (first: FaceAction, second: FaceAction): FaceAction[] => [first, second];

describe('a try before the camera', () => {
  const { decide, verifier } = onTrial();

  // Both people, and every action.
  test.each(
    sampleOf(
      people.flatMap((person) => [
        [person, twoOf('blink', 'turn-left')] as const,
        [person, twoOf('open-mouth', 'blink')] as const,
        [person, twoOf('turn-right', 'open-mouth')] as const,
        [person, twoOf('turn-left', 'turn-right')] as const,
      ]),
      0,
      6,
    ),
  )('%s does what is asked (%s) and passes', async (person, actions) => {
    const decided = await decide({
      name: `${person}: ${actions.join(', ')}`,
      actions,
      stills: honest(person, actions),
      reference: person,
    });
    expect(decided).toMatchObject({ verdict: 'pass', reasons: [] });
  });

  test.each(hopper)('the sign of a turn is the own left of %s', async (person) => {
    const stills = honest(person, ['turn-left']);
    const { stills: found } = await verifier.examine({ stills, actions: [], reference: portraitOf(person) });
    const [before = 0, turned = 0, after = 0] = found.map(({ turn }) => turn);
    expect(turned - (before + after) / 2).toBeGreaterThan(0.6);
  });

  // Behind glasses one lid alone is not told from an open one.
  test('one closed eye is enough', async () => {
    const person = 'collins';
    const actions = twoOf('blink', 'turn-right');
    const stills = taken(orderOf(actions), (shows, second) =>
      shows === 'blink'
        ? actors[person].shown({ leftLid: 1, x: second, pitch: 0.01 })
        : acting(actors[person])(shows, second),
    );
    expect(await decide({ name: `${person}: one eye`, actions, stills, reference: person })).toMatchObject({
      verdict: 'pass',
    });
  });

  test.each(collins)('the face of %s is not another’s', async (person) => {
    const actions = twoOf('turn-left', 'blink');
    const decided = await decide({
      name: `${person} as ${otherOf(person)}`,
      actions,
      stills: honest(person, actions),
      reference: otherOf(person),
    });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['another-person'] });
  });

  test.each(
    sampleOf(
      [
        [twoOf('blink', 'turn-left'), twoOf('turn-left', 'blink')],
        [twoOf('open-mouth', 'turn-right'), twoOf('turn-right', 'open-mouth')],
      ] as const,
      1,
    ),
  )('asked for %s, doing %s is the wrong order', async (actions, done) => {
    const stills = honest('hopper', done);
    const decided = await decide({ name: `${done.join(', ')} instead`, actions, stills, reference: 'hopper' });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['wrong-order'] });
  });

  test.each(hopper)('%s, who holds still, has not done it', async (person) => {
    const actions = twoOf('blink', 'open-mouth');
    const stills = taken(orderOf(actions), (_, second) => acting(actors[person])('neutral', second));
    const decided = await decide({ name: `${person} holds still`, actions, stills, reference: person });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['action-not-seen'] });
  });

  const flat = (person: Person, held: (shows: Shows, second: number, index: number) => object) =>
    taken(orderOf(twoOf('turn-left', 'turn-right')), (shows, second, index) =>
      heldPhotograph(actors[person].photograph, { x: second, ...held(shows, second, index) }),
    );

  test.each(
    sampleOf(
      people.flatMap((person) =>
        [
          ['turned by 40°', { yaw: 0.7 }],
          ['turned by 50°', { yaw: 0.87 }],
          ['turned by 60°', { yaw: 1.05 }],
          ['turned by 45° and bent', { yaw: 0.79, bend: 200 }],
        ].map(([how, held]) => [person, how as string, held as { yaw: number; bend?: number }] as const),
      ),
      1,
      7,
    ),
  )('a photograph of %s that is %s is told from a head', async (person, how, held) => {
    const yaw = (shows: Shows) => (shows === 'turn-left' ? -held.yaw : shows === 'turn-right' ? held.yaw : 0);
    const decided = await decide({
      name: `photograph of ${person}, ${how}`,
      actions: twoOf('turn-left', 'turn-right'),
      stills: flat(person, (shows) => ({ ...held, yaw: yaw(shows) })),
      reference: person,
    });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['flat-picture'] });
  });

  test('a photograph that is only moved about does nothing', async () => {
    const decided = await decide({
      name: 'photograph of hopper, moved about',
      actions: twoOf('turn-left', 'turn-right'),
      stills: flat('hopper', (_, second, index) => ({
        y: 4 * index,
        scale: 0.85 + 0.02 * index,
        pitch: 0.05 * second,
      })),
      reference: 'hopper',
    });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['action-not-seen'] });
  });

  test.each(hopper)('a photograph of %s that is tipped back or forward does not blink', async (person) => {
    const actions = twoOf('blink', 'turn-left');
    for (const pitch of sampleOf([-0.6, -0.4, 0.4, 0.6], 1, 2)) {
      const stills = taken(orderOf(actions), (shows, second) =>
        shows === 'blink'
          ? heldPhotograph(actors[person].photograph, { x: second, pitch })
          : acting(actors[person])(shows, second),
      );
      const decided = await decide({
        name: `photograph of ${person}, tipped by ${pitch}`,
        actions,
        stills,
        reference: person,
      });
      expect(decided.verdict).toBe('refuse');
      expect(['action-not-seen', 'flat-picture']).toEqual(expect.arrayContaining([...decided.reasons]));
    }
  });

  test.each(collins)('another face from the middle on: it began as %s', async (person) => {
    const actions = twoOf('blink', 'open-mouth');
    const stills = taken(orderOf(actions), (shows, second, index) =>
      acting(actors[index < 2 ? person : otherOf(person)])(shows, second),
    );
    const decided = await decide({ name: `${person}, then another`, actions, stills, reference: person });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['face-changed'] });
  });

  test.each(hopper)('another face does the actions, a photograph of %s is held up between them', async (person) => {
    const actions = twoOf('open-mouth', 'turn-left');
    const stills = taken(orderOf(actions), (shows, second) =>
      acting(actors[shows === 'neutral' ? person : otherOf(person)])(shows, second),
    );
    const decided = await decide({ name: `${person} at rest, another acts`, actions, stills, reference: person });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['face-changed'] });
  });

  const spoilt = (change: (picture: Picture, second: number) => Picture) => {
    const actions = twoOf('blink', 'turn-left');
    return {
      actions,
      stills: taken(orderOf(actions), (shows, second) => change(acting(actors.collins)(shows, second), second)),
      reference: 'collins' as const,
    };
  };
  const farther = (picture: Picture, by: number) =>
    mapped(
      picture,
      picture,
      (x) => (x - SMALL.width / 2) * by + SMALL.width / 2,
      (y) => (y - 230) * by + 230,
    );
  const wall = painted(SMALL.width, SMALL.height, [150, 148, 140], (x, y) => ((x * y) % 37 ? undefined : [90, 80, 70]));

  test.each(
    sampleOf(
      [
        ['too-dark', (picture: Picture) => inTheDark(picture)],
        ['too-dark', (picture: Picture) => exposed(picture, 0.03)],
        ['too-bright', (picture: Picture) => exposed(picture, 2.5)],
        ['blurred', (picture: Picture) => blurred(blurred(picture, 5), 5)],
        ['too-far', (picture: Picture) => farther(picture, 3)],
        ['no-face', () => wall],
        [
          'several-faces',
          (picture: Picture, second: number) => sideBySide(picture, acting(actors.hopper)('neutral', second)),
        ],
      ] as const,
      ...[0, 2, 3, 4, 5, 6],
    ),
  )('it is said what is wrong: %s', async (reason, change) => {
    const decided = await decide({ name: `a picture that is ${reason}`, ...spoilt(change) });
    expect(decided).toMatchObject({ verdict: 'refuse', reasons: [reason] });
  });

  test('bytes that are no picture, or too large a one, are told and break nothing', async () => {
    const actions = twoOf('blink', 'turn-left');
    const large = toJpeg(painted(800, 200, [1, 2, 3], () => undefined));
    const good = honest('collins', actions);
    const cut = Buffer.from(good[0]?.bytes ?? []).subarray(0, 3000);
    for (const bytes of [Buffer.from('junk'), Buffer.alloc(0), Buffer.from([0xff, 0xd8, 0xff]), large, cut]) {
      const stills = good.map((still, index) => (index === 1 ? { ...still, bytes } : still));
      const decided = await decide({
        name: `${bytes.length} bytes of something`,
        actions,
        stills,
        reference: 'collins',
      });
      expect(decided).toMatchObject({ verdict: 'refuse', reasons: ['not-a-picture'] });
    }
  });

  test.each([
    ['a turn', ['turn-left'] as FaceAction[], orderOf(['turn-left'])],
    ['holding still', [] as FaceAction[], ['neutral', 'neutral', 'neutral'] as Shows[]],
  ])('the gentle way, %s, goes to a reviewer', async (name, actions, order) => {
    const stills = taken(order, acting(actors.hopper));
    const decided = await decide({ name: `gentle: ${name}`, actions, way: 'gentle', stills, reference: 'hopper' });
    expect(decided).toMatchObject({ verdict: 'review', reasons: ['gentle-way'] });
  });

  test('templates of one face are alike, of two people they are not', async () => {
    const templates = await Promise.all(
      (['collins', 'collins', 'hopper'] as const).map(async (person, index) => {
        const stills = honest(person, [], index * 7);
        const { template = '' } = await verifier.examine({ stills, actions: [], reference: portraitOf(person) });
        return template;
      }),
    );
    const [one = '', same = '', other = ''] = templates;
    expect(verifier.compare(one, same)).toBeGreaterThan(verifier.passAt);
    expect(verifier.compare(one, other)).toBeLessThan(verifier.reviewFrom);
  });
});
