/** Which cloud this build of the mini-program belongs to: the simulator's. */
export const environment = { id: 'local' } as const;
