import { normalisePersonName } from '../../../../miniprogram/shared/person-name';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { NameScript } from '../../ports/name-script';
import type { Roster } from '../../ports/roster';

export interface NameCheckDependencies {
  readonly script: NameScript;
  readonly roster: Roster;
}

/**
 * Refuses traditional characters, unless the roster has the very name. To be asked only by somebody whose phone is
 * proven: the answer tells whether a traditional name stands beside a number on the roster.
 * @rule A6
 */
export async function checkScript(
  { script, roster }: NameCheckDependencies,
  { name, idNumber }: { readonly name: string; readonly idNumber: string },
): Promise<Result<object, 'TRADITIONAL_NAME'>> {
  const simplified = await script.simplified(name);
  if (simplified === name) return accept({});
  const onRoster = await roster.nameOf(idNumber);
  const isOnRoster = onRoster !== undefined && normalisePersonName(onRoster) === name;
  return isOnRoster ? accept({}) : refuse('TRADITIONAL_NAME', { simplified });
}
