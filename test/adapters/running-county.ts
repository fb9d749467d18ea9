import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FaceAction, Still } from '../../miniprogram/shared/contract/identity';
import type { Api } from '../../miniprogram/shared/contract/api';
import { filesIn } from '../support/search-secrets';
import { demo } from '../../simulator/seed/demo';
import type { Face, FilmedStill } from '../support/faces/stills';
import { stillsOf } from '../support/faces/stills';
import type { Answered, RunningFunctions } from './running-functions';
import { must, startFunctions } from './running-functions';

/** People of the demonstration whose sample cards and faces are there (`test/fixtures`). */
export const wang = { name: '王桂英', idNumber: '610526184503120025', card: 'wang', face: 'collins' } as const;
export const li = { name: '李建国', idNumber: '61052618480709011X', card: 'li', face: 'hopper' } as const;
export type Played = typeof wang | typeof li;

/** The demonstration county with the real functions and engines. */
export interface RunningCounty extends RunningFunctions {
  certification<A extends keyof Api['certification']>(
    openid: string,
    action: A,
    input: Api['certification'][A]['input'],
  ): Promise<Answered<Api['certification'][A]['output']>>;
  /** Signs in by social-security card, which verifies, and agrees to face processing. */
  enterByCard(openid: string, person: Played): Promise<void>;
  /** Photographs a card and sends it where the server says. @returns the file's id */
  sendCard(openid: string, person: Played): Promise<string>;
  /** Photographs the card of somebody whose face is asked for. */
  photographCard(
    openid: string,
    person: Played,
    whom?: Api['certification']['readIdCard']['input']['whom'],
  ): Promise<void>;
  /** Uploads what a face does for a challenge. */
  film(openid: string, challenge: Challenge, face: Face): Promise<Still[]>;
  uploadStills(openid: string, challengeId: string, stills: readonly FilmedStill[]): Promise<Still[]>;
  /** Paths of everything in cloud storage. */
  storedFiles(): string[];
}

export interface Challenge {
  readonly challengeId: string;
  readonly actions: readonly FaceAction[];
}

const photographOf = ({ card }: Played) => readFileSync(path.resolve(__dirname, `../fixtures/id-cards/${card}.jpg`));

const filesOf = ({ dataDir }: RunningFunctions) => path.join(dataDir, 'files');

let moment = 0;

/** @param now when the county is set up: `2026-08-01 09:12` */
export async function startCounty(now: string): Promise<RunningCounty> {
  const running = await startFunctions(['account', 'certification']);
  await running.setClock(now);
  await running.seed(demo(running.cloud.now()));
  const certification: RunningCounty['certification'] = async (openid, action, input) =>
    running.call('certification', openid, action, input as never) as never;
  const uploadStills: RunningCounty['uploadStills'] = (openid, challengeId, stills) =>
    Promise.all(
      stills.map(async ({ bytes, ...still }, index) => ({
        ...still,
        fileId: await running.upload(openid, `stills/${challengeId}/s${index}.jpg`, bytes),
      })),
    );
  const sendCard: RunningCounty['sendCard'] = async (openid, person) => {
    const { path: place } = must(await certification(openid, 'startCardPhoto', {}));
    return running.upload(openid, place, photographOf(person));
  };
  return {
    ...running,
    certification,
    sendCard,
    uploadStills,
    async enterByCard(openid, { idNumber }) {
      must(await running.call('account', openid, 'signInWithCard', { idNumber, cardPassword: '123456' }));
      must(await certification(openid, 'consent', { given: true, version: '2026-11' }));
    },
    async photographCard(openid, person, whom = { self: true }) {
      const fileId = await sendCard(openid, person);
      must(await certification(openid, 'readIdCard', { fileId, whom }));
    },
    film: (openid, { challengeId, actions }, face) =>
      uploadStills(openid, challengeId, stillsOf(face, actions, ++moment)),
    storedFiles: () => filesIn(filesOf(running)).map((file) => path.relative(filesOf(running), file)),
  };
}
