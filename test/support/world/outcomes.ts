import type { Result } from '../../../miniprogram/shared/result';

/** `2026-08-01 09:12` or `2026-08-01 09:12:30.500`, China Standard Time. */
export const china = (time: string): Date => new Date(`${time.replace(' ', 'T')}+08:00`);

/** What was accepted. @throws Error with the code of a refusal. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.code}`);
  return result.data;
}

/** `ok`, or the code of the refusal. */
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.code);

/** How often each code came up. */
export function tally(results: readonly Result<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of results.map(codeOf)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** All of them at once, in as many calls as there are. */
export const atOnce = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
