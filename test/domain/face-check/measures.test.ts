import fs from 'node:fs';
import path from 'node:path';
import { poseOf, type Point } from '../../../cloudfunctions/core/domain/face-check/measures/mesh';
import { baselineOf } from '../../../cloudfunctions/core/domain/face-check/measures/poses';
import { depthOf, isSolid } from '../../../cloudfunctions/core/domain/face-check/measures/solid';
import { headOf, posed } from '../../../simulator/actor/head';

const meshOf = (person: string) =>
  JSON.parse(
    fs.readFileSync(path.join(__dirname, `../../fixtures/faces/${person}.mesh.json`), 'utf8'),
  ) as unknown as Point[];

describe.each(['collins', 'hopper'])('the measures of %s', (person) => {
  const head = headOf(meshOf(person));
  const straight = poseOf(posed(head, {}));

  test('a closed lid is that eye’s and no other’s', () => {
    const right = poseOf(posed(head, { rightLid: 1 }));
    expect(right.eyes[0]).toBeLessThan(0.1 * straight.eyes[0]);
    expect(right.eyes[1]).toBe(straight.eyes[1]);
    const left = poseOf(posed(head, { leftLid: 1 }));
    expect(left.eyes[1]).toBeLessThan(0.1 * straight.eyes[1]);
    expect(left.eyes[0]).toBe(straight.eyes[0]);
  });

  test('an open mouth is measured as open', () => {
    expect(poseOf(posed(head, { mouth: 0.8 })).mouth - straight.mouth).toBeGreaterThan(0.3);
  });

  test('a turn to the own left is positive, as large as one to the right is negative', () => {
    expect(poseOf(posed(head, { yaw: 0.5 })).turn - straight.turn).toBeGreaterThan(0.6);
    expect(poseOf(posed(head, { yaw: -0.5 })).turn - straight.turn).toBeLessThan(-0.6);
  });

  test('a nod is no turn, and neither distance nor a tilt of the phone changes a measure', () => {
    expect(poseOf(posed(head, { pitch: 0.2 })).turn).toBeCloseTo(straight.turn, 1);
    const tilted = head.points.map(([x, y, z]): Point => [0.4 * x - 0.1 * y + 9, 0.1 * x + 0.4 * y, z]);
    expect(poseOf(tilted)).toEqual({
      eyes: [expect.closeTo(straight.eyes[0], 6), expect.closeTo(straight.eyes[1], 6)],
      mouth: expect.closeTo(straight.mouth, 6),
      turn: expect.closeTo(straight.turn, 6),
    });
  });

  const depth = (points: readonly Point[], side: -1 | 0 | 1 = 0, seemsToAct = false) => ({
    depth: depthOf(points),
    side,
    seemsToAct,
  });
  const rest = depthOf(head.points);

  test('a head that turns is solid', () => {
    expect(isSolid([depth(posed(head, { yaw: 0.5 }), 1), depth(posed(head, { yaw: -0.5 }), -1)], rest)).toBe(true);
  });

  test('a plane that is turned until it is narrow is not', () => {
    const narrow = head.points.map(([x, y, z]): Point => [x * 0.75, y, z]);
    expect(isSolid([depth(narrow)], rest)).toBe(false);
  });

  test('a plane that is tipped back until its eyes seem closed is not', () => {
    const low = head.points.map(([x, y, z]): Point => [x, y * 0.8, z]);
    expect(isSolid([depth(low, 0, true)], rest)).toBe(false);
    expect(isSolid([depth(low)], rest)).toBeUndefined();
  });

  test('a turn without a nose that leads is a plane’s, and a nose that leads to the other side too', () => {
    expect(isSolid([depth(head.points, 1)], rest)).toBe(false);
    expect(isSolid([depth(posed(head, { yaw: -0.4 }), 1)], rest)).toBe(false);
  });

  test('a face at rest that nods a little tells nothing', () => {
    expect(isSolid([depth(posed(head, { pitch: 0.2 })), depth(posed(head, { yaw: 0.1 }))], rest)).toBeUndefined();
  });
});

describe('the own face at rest', () => {
  const rest = { eyes: [0.3, 0.28], mouth: 0.05, turn: 0.1 } as const;

  test('is not moved by three stills of each of two actions beside two at rest', () => {
    const blink = { ...rest, eyes: [0.1, 0.1] } as const;
    const open = { ...rest, mouth: 0.5 };
    const left = { ...rest, turn: 0.7 };
    for (const [one, two] of [
      [blink, left],
      [open, left],
      [blink, open],
    ] as const)
      expect(baselineOf([rest, one, one, one, rest, two, two, two])).toEqual({
        eyes: [expect.closeTo(0.3, 6), expect.closeTo(0.28, 6)],
        mouth: expect.closeTo(0.05, 6),
        turn: expect.closeTo(0.1, 6),
      });
  });

  test('with turns as often as rest, is what came first', () => {
    expect(baselineOf([rest, { ...rest, turn: 0.8 }]).turn).toBeCloseTo(0.1, 6);
  });
});
