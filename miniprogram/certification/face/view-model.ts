import { controls } from '../../copy/controls';
import { face } from '../../copy/face';
import type { Advice } from '../../liveness/advice';
import { stepOf } from '../../liveness/plan';
import type { Progress } from '../../liveness/plan';
import type { PageName } from '../../services/navigation';
import type { FaceAction } from '../../shared/contract/identity';
import type { Trouble } from '../../shared/phone-fault';
import type { FacePhase } from '../../stores/face-check';

/** How the camera stands: being opened, guiding by what it sees, or by time. */
export type Sight = 'opening' | 'by-faces' | 'by-time';

/** What is shown while the camera is at work. */
export interface Guidance {
  readonly instruction: string;
  readonly note: string;
  /** Empty where nothing is amiss; takes the place of the note. */
  readonly advice: string;
  readonly picture: 'ahead' | FaceAction;
  readonly pictureWords: string;
  readonly progress: string;
  /** One for each part of the task; the present one is filled last. */
  readonly segments: readonly { readonly id: number; readonly state: 'done' | 'now' | 'later' }[];
  /** The face is where it should be. */
  readonly isGood: boolean;
}

/** An action and the look ahead after it are one part; the first look is one of its own. */
const partOf = ({ steps, place }: Progress): number => steps.slice(0, place + 1).filter(isBeginning).length;
const isBeginning = ({ kind }: Progress['steps'][number], place: number) => kind === 'action' || place === 0;

const segmentsOf = (progress: Progress): Guidance['segments'] => {
  const parts = progress.steps.filter(isBeginning).length;
  const now = partOf(progress);
  return Array.from({ length: parts }, (_, place) => ({
    id: place,
    state: place + 1 < now ? ('done' as const) : place + 1 === now ? ('now' as const) : ('later' as const),
  }));
};

const preparing: Guidance = {
  instruction: face.preparing,
  note: face.preparingNote,
  advice: '',
  picture: 'ahead',
  pictureWords: face.pictures.ahead,
  progress: '',
  segments: [],
  isGood: false,
};

/**
 * @param progress undefined until there is something to do
 * @param isHelping somebody else holds the phone and sees through its rear camera
 */
export const guidanceOf = (
  sight: Sight,
  progress: Progress | undefined,
  advice: Advice | undefined,
  isHelping: boolean,
): Guidance => {
  if (sight === 'opening' || !progress) return preparing;
  const step = stepOf(progress);
  if (!step) return { ...preparing, instruction: face.done, note: face.doneNote, isGood: true };
  const asked = step.kind === 'action' ? step.action : progress.place === 0 ? 'first' : 'again';
  const picture = step.kind === 'action' ? step.action : 'ahead';
  const segments = segmentsOf(progress);
  return {
    instruction: (isHelping ? face.askHelper : face.ask)[asked],
    note: (sight === 'by-time' ? face.noteByTime : face.note)[asked],
    advice: advice ? face.advice[advice] : '',
    picture,
    pictureWords: face.pictures[picture],
    progress: face.steps(partOf(progress), segments.length),
    segments,
    isGood: advice === undefined || advice === 'hold-still',
  };
};

/** The way on after a refusal: somewhere else first, once more, or back. */
export interface WayOn {
  readonly text: string;
  readonly page?: PageName;
}

const elsewhere: Partial<Record<Trouble['code'], WayOn>> = {
  NOT_SIGNED_IN: { text: face.signIn, page: 'sign-in' },
  CONSENT_REQUIRED: { text: face.consent, page: 'consent' },
  REAL_NAME_REQUIRED: { text: face.realName, page: 'real-name' },
};

/** Trying again helps against neither of these today. */
const FINAL: readonly Trouble['code'][] = [
  'ALREADY_CERTIFIED',
  'NOT_ELIGIBLE',
  'PERSON_NOT_FOUND',
  'TRY_TOMORROW',
  'TOO_MANY_PEOPLE',
  'FACE_KNOWN_AS_ANOTHER',
  'CONTACT_NOT_FOUND',
  'ID_CARD_REQUIRED',
];

/** A challenge that is over: another one is needed, and other stills. */
const OVER: readonly Trouble['code'][] = ['CHALLENGE_EXPIRED', 'CHALLENGE_NOT_FOUND'];

/** @returns undefined where going back, or asking for help, is all there is */
export const wayOn = ({ code }: Trouble, phase: FacePhase): WayOn | undefined => {
  if (FINAL.includes(code)) return undefined;
  const isGoingOn = (phase === 'sending' || phase === 'deciding') && !OVER.includes(code);
  return elsewhere[code] ?? { text: isGoingOn || phase === 'starting' ? controls.again : face.choices.again };
};

/** What lies over the camera; empty where nothing does. */
export type Panel = '' | 'refusal' | 'fault' | 'working' | 'choices';

export interface Situation {
  readonly phase: FacePhase;
  readonly isRefused: boolean;
  readonly fault: string;
  readonly isChoosing: boolean;
  readonly isStuck: boolean;
}

/** Once the stills are taken, the camera may fail as it likes. */
export const panelOf = ({ phase, isRefused, fault, isChoosing, isStuck }: Situation): Panel => {
  if (isRefused) return 'refusal';
  if (phase === 'sending' || phase === 'deciding' || phase === 'decided') return 'working';
  if (fault !== '') return 'fault';
  return isChoosing || isStuck ? 'choices' : '';
};
