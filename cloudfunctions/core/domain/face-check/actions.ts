import { faceActions, type FaceAction, type Way } from '../../../../miniprogram/shared/contract/identity';

/** What is asked of a face: two different actions in a drawn order, or one turn of the head in the gentle way. */
const ACTIONS = 2;
const turns = ['turn-left', 'turn-right'] as const;

/**
 * @param integer an unpredictable integer from 0 up to, not including, `below`
 */
export const drawActions = (way: Way, integer: (below: number) => number): FaceAction[] => {
  if (way === 'gentle') return [turns[integer(turns.length)] ?? turns[0]];
  const left: FaceAction[] = [...faceActions];
  return Array.from({ length: ACTIONS }, () => left.splice(integer(left.length), 1)).flat();
};
