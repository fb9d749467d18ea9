import type { Cycle } from '../../../cloudfunctions/core/domain/documents/cycle';
import { World } from './world';

/** The cycle of the notice: 3 June to 31 July, unpaid from August. */
export const cycleOf2026: Cycle = {
  year: 2026,
  policy: 'natural-year',
  opensOn: '2026-06-03',
  deadline: '2026-07-31',
  firstUnpaidMonth: '2026-08',
  agency: { name: '经办机构', phone: '09130000000' },
};

export const rollingCycle: Cycle = { year: 2026, policy: 'rolling-12-months', agency: cycleOf2026.agency };

/** A world in which the cycle of the notice is open. */
export function certifyingWorld(start = '2026-06-15 09:12'): World {
  const world = new World(start);
  world.queries.cycle = cycleOf2026;
  return world;
}
