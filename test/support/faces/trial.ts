import { createEmbeddedVerifier } from '../../../cloudfunctions/adapters/face/embedded/embedded-verifier';
import type { SeenStill } from '../../../cloudfunctions/core/domain/documents/face';
import { judgeFace, type FaceVerdict } from '../../../cloudfunctions/core/domain/face-check/judge';
import type { FaceFindings, FaceVerifier } from '../../../cloudfunctions/core/ports/face-verifier';
import type { FaceAction, Way } from '../../../miniprogram/shared/contract/identity';
import { ENGINE_FOLDER } from './engine-folder';
import { acting, actorOf, orderOf, portraitOf, taken, type Person, type TakenStill } from './tries';

export interface Try {
  readonly name: string;
  readonly actions: FaceAction[];
  readonly stills: TakenStill[];
  readonly reference: Person;
  readonly way?: Way;
  readonly seen?: readonly SeenStill[];
}

export type Decided = FaceVerdict & { readonly findings: FaceFindings };

const number = (value: number | undefined) => (value === undefined ? '   –' : value.toFixed(2));

const line = ({ name }: Try, { verdict, reasons, findings: { similarity, continuity, solid } }: Decided): string =>
  `${name.padEnd(52)} ${verdict.padEnd(7)} ${reasons.join(', ').padEnd(16)} ` +
  `reference ${number(similarity)}  continuity ${number(continuity)}  solid ${String(solid ?? '–')}`;

export const actors = { collins: actorOf('collins'), hopper: actorOf('hopper') };

/** Does what is asked. @param begins second of the sway at which the try begins */
export const honest = (person: Person, actions: readonly FaceAction[], begins = 0): TakenStill[] =>
  taken(orderOf(actions), acting(actors[person]), begins);

/** Decides tries with the real engine, and prints what it found once all are done. */
export const onTrial = () => {
  const verifier: FaceVerifier = createEmbeddedVerifier(ENGINE_FOLDER);
  const table: string[] = [];

  afterAll(() => {
    process.stdout.write(`\n${table.join('\n')}\n`);
  });

  const decide = async (one: Try): Promise<Decided> => {
    const { actions, stills, reference, way = 'actions', seen = [] } = one;
    const findings = await verifier.examine({ stills, actions, reference: portraitOf(reference) });
    const decided = { ...judgeFace(findings, { actions, way, stills }, verifier, seen), findings };
    table.push(line(one, decided));
    return decided;
  };
  return { decide, verifier };
};
