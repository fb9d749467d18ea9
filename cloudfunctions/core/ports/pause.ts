/** Lets time pass, so that somebody else can finish what they are at. A test lets nothing pass. */
export type Pause = (milliseconds: number) => Promise<void>;
