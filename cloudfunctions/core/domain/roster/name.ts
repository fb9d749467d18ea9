import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import { normalisePersonName } from '../../../../miniprogram/shared/person-name';
import type { Recipient } from '../documents/roster';

/** Whether the entry counts: one with a corrected number takes the place of another at 00:00 of its day (rule C3). */
export const isInForce = ({ validFrom, validUntil }: Recipient, today: ChinaDay): boolean =>
  (validFrom === undefined || today >= validFrom) && (validUntil === undefined || today < validUntil);

/**
 * What a recipient is called today; undefined for nobody and for an entry that does not count today. The one place that
 * says so. Spaces, dots and code points are in their one form, for a phone shows a private code point as an empty box;
 * the characters are the roster's.
 * @rule C3
 * @rule A5
 */
export function nameOn(recipient: Recipient | undefined, today: ChinaDay): string | undefined {
  if (!recipient || !isInForce(recipient, today)) return undefined;
  const { name, correctedName } = recipient;
  return normalisePersonName(correctedName && today >= correctedName.from ? correctedName.name : name);
}
