import { controls } from '../../copy/controls';
import { face } from '../../copy/face';
import { wayOutWords } from '../../copy/way-out';
import type { Advice } from '../../liveness/advice';
import { stepOf } from '../../liveness/plan';
import type { Progress } from '../../liveness/plan';
import type { FaceAction } from '../../shared/contract/identity';
import type { Trouble } from '../../shared/phone-fault';
import type { ButtonWay } from '../../shared/way-out';
import type { FacePhase } from '../../stores/face-check';
import { wayOutOf } from '../../stores/way-out';

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
    progress: controls.steps(partOf(progress), segments.length),
    segments,
    isGood: advice === undefined || advice === 'hold-still',
  };
};

/** What the page can do about a refusal; help and leaving stand there always. */
export const faceOffers = [
  'again',
  'face',
  'sign-in',
  'consent',
  'real-name',
  'id-card',
  'contacts',
  'help',
  'home',
] as const satisfies readonly ButtonWay[];

/** The way on after a refusal: somewhere else first, or once more. */
export interface WayOn {
  readonly text: string;
  readonly way: Exclude<(typeof faceOffers)[number], 'help' | 'home'>;
}

/** @returns undefined where going back, or asking for help, is all there is */
export const wayOn = (trouble: Trouble, phase: FacePhase): WayOn | undefined => {
  const way = wayOutOf(trouble, faceOffers);
  if (way === undefined || way === 'help' || way === 'home') return undefined;
  // Before the first still and after the last, the same is asked again; between them the face is shown anew.
  const isGoingOn = phase === 'starting' || phase === 'sending' || phase === 'deciding';
  return { way, text: way === 'again' && !isGoingOn ? wayOutWords.face : wayOutWords[way] };
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
