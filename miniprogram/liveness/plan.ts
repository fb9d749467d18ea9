import type { FaceAction } from '../shared/contract/identity';

/** One thing the person is asked for: to look ahead, or an action. */
export type Step =
  { readonly kind: 'neutral'; readonly stills: number } | { readonly kind: 'action'; readonly action: FaceAction };

/** Of an action the beginning and the peak are kept: where the server sees one less well, it has the other. */
export const STILLS_OF_ACTION = 2;
/** The best two neutral stills are compared with the portrait. */
const FIRST_STILLS = 2;
/** Where nothing is asked for but to hold still. */
const ONLY_STILLS = 4;

/** Neutral before, between and after: at most eight stills for two actions, six where an action is over in one frame. */
export const planFor = (actions: readonly FaceAction[]): readonly Step[] => [
  {
    kind: 'neutral',
    stills: actions.length === 0 ? ONLY_STILLS : actions.length === 1 ? FIRST_STILLS + 1 : FIRST_STILLS,
  },
  ...actions.flatMap((action): Step[] => [
    { kind: 'action', action },
    { kind: 'neutral', stills: 1 },
  ]),
];

/** A still to be kept, by the frame it is. */
export interface Kept {
  readonly shows: 'neutral' | FaceAction;
  readonly at: number;
}

/** How far the person has come, whichever way they are guided. */
export interface Progress {
  readonly steps: readonly Step[];
  /** Of the step that is asked for now; `steps.length` once all is done. */
  readonly place: number;
  readonly kept: readonly Kept[];
  /** Too long without what was asked for: another way is offered. Nothing more is watched. */
  readonly isStuck: boolean;
}

export const stepOf = ({ steps, place }: Progress): Step | undefined => steps[place];
export const isDone = ({ steps, place }: Progress): boolean => place >= steps.length;
