/** What the log may know of a fault: names and places in the code. */
export interface FaultDescription {
  readonly name: string;
  /** The platform's or our own code for it. */
  readonly code?: string | number;
  readonly frames: readonly string[];
}

const NAME = /^[A-Za-z]{1,40}$/;
const CODE = /^[A-Z][A-Z0-9_.]{1,60}$/;
/** A place in a file or in Node; ASCII only, so that no person's name passes for one. */
const FRAME = /^\s+at ([\w.$<>[\] ]{1,120} )?\(?(file:\/\/|node:)?[\w./\\:@+-]{1,240}:\d+:\d+\)?$/;
const MOST_FRAMES = 12;
const MOST_CAUSES = 3;

function codeOf(fault: Error): string | number | undefined {
  const { code, errCode } = fault as { code?: unknown; errCode?: unknown };
  return [code, errCode].find(
    (candidate): candidate is string | number =>
      (typeof candidate === 'string' && CODE.test(candidate)) ||
      // The platform's codes have seven digits at the most; an ID number or a phone has more.
      (typeof candidate === 'number' && Math.abs(candidate) < 1e7),
  );
}

/** The stack begins with the message, and a message may run over lines that look like places in the code. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  const places = start < 0 ? '' : stack.slice(start + message.length);
  return places
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
}

/**
 * A fault as it may be logged, its causes after it. Messages are left out: those of the database quote the document,
 * those of a parser the text, and either may be somebody's name (rule H2). What a fault wants to tell it tells by its
 * class and its code.
 * @rule H2
 */
export function describeFault(fault: unknown): FaultDescription[] {
  const described: FaultDescription[] = [];
  for (let next = fault; next !== undefined && described.length < MOST_CAUSES;) {
    if (!(next instanceof Error)) {
      described.push({ name: `thrown ${typeof next}`, frames: [] });
      break;
    }
    const code = codeOf(next);
    described.push({
      name: NAME.test(next.name) ? next.name : 'Error',
      ...(code !== undefined && { code }),
      frames: framesOf(next),
    });
    next = next.cause;
  }
  return described;
}
