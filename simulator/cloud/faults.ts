import * as v from 'valibot';
import { CloudError } from './errors';

/** What a fault strikes: a phone's call of a function, or an action that a function sends to `/admin`. */
type Place = 'call' | 'insert' | 'bulk' | 'action';

const call = 'call';
const insertAction = 'database.insertDocument';
const bulkActions = ['database.modifyDocument', 'database.removeDocument'];

const placesOf = (on: string): Place[] => {
  if (on === call) return ['call'];
  if (on === insertAction) return ['action', 'insert'];
  return bulkActions.includes(on) ? ['action', 'bulk'] : ['action'];
};

/** Every fault of the platform that can be asked for, and where it can strike. */
const kinds = {
  /** Refused with -501001; nothing has happened. */
  'system-error': ['call', 'action'],
  /** Refused with -501003; nothing has happened. */
  'request-limit': ['call', 'action'],
  /** `ESOCKETTIMEDOUT` for whoever waits; nothing has happened. */
  'timed-out': ['action'],
  /** It has happened, and who waits does not learn of it: a function gets `ESOCKETTIMEDOUT`, a phone -1. */
  'lost-answer': ['call', 'action'],
  /** Half of the documents are there, the first ones; then the call fails. */
  'half-insert': ['insert'],
  /** Half of the documents are changed or gone; then the call fails. */
  'cut-update': ['bulk'],
  /** The instance ends while it makes this call, which does not happen. */
  die: ['action'],
  /** The instance is taken away after its answer. */
  retire: ['call'],
} as const satisfies Record<string, readonly Place[]>;

export type FaultKind = keyof typeof kinds;

const most = 1000;
const faultSchema = v.strictObject({
  kind: v.picklist(Object.keys(kinds) as FaultKind[]),
  /** `call`, or an action of the wire, as `database.commitTransaction`. */
  on: v.string(),
  /** The function or the collection; absent strikes any. */
  of: v.optional(v.string()),
  /** How many times it strikes. */
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)), 1),
  /** How many go by unharmed before. */
  skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most)), 0),
});
const listSchema = v.strictObject({ faults: v.array(faultSchema) });

export type Fault = v.InferOutput<typeof faultSchema>;

const badInput = (message: string): CloudError => new CloudError('BAD_INPUT', message);

/** Faults that a test or a tool has asked for. They strike in the order of the list, each as often as it says. */
export class Faults {
  #faults: Fault[] = [];

  /** @param actions what the wire knows */
  constructor(private readonly actions: readonly string[]) {}

  get left(): readonly Fault[] {
    return this.#faults;
  }

  /** Takes the place of what was asked for before. */
  set(body: unknown): void {
    const { success, output, issues } = v.safeParse(listSchema, body);
    if (!success) {
      const at = issues[0].path?.map(({ key }) => String(key)).join('.');
      throw badInput(`${at}: a fault is {kind, on, of?, count?, skip?}; kinds: ${Object.keys(kinds).join(', ')}`);
    }
    for (const { kind, on } of output.faults) {
      if (on !== call && !this.actions.includes(on)) throw badInput(`The simulator does not know the action ${on}.`);
      const places: readonly Place[] = kinds[kind];
      if (!placesOf(on).some((place) => places.includes(place))) throw badInput(`${kind} cannot strike ${on}.`);
    }
    this.#faults = output.faults;
  }

  /** The fault that strikes now, if any; it counts as having struck. */
  take(on: string, of: string | undefined): FaultKind | undefined {
    const fault = this.#faults.find((one) => one.on === on && (one.of === undefined || one.of === of));
    if (fault === undefined) return undefined;
    if (fault.skip > 0) {
      fault.skip -= 1;
      return undefined;
    }
    fault.count -= 1;
    if (fault.count === 0) this.#faults = this.#faults.filter((one) => one !== fault);
    return fault.kind;
  }
}

const refusals: Partial<Record<FaultKind, () => CloudError>> = {
  'system-error': () => new CloudError('SYS_ERR', 'resource system error', 500),
  'request-limit': () => new CloudError('EXCEED_REQUEST_LIMIT', 'exceed request limit', 429),
  'timed-out': () => timedOut(),
};

/** What the SDK says of a call that it has given up, after fifteen seconds. */
export const timedOut = (): CloudError => new CloudError('ESOCKETTIMEDOUT', 'request timeout', 504);

/** @throws where the fault is one that keeps the call from happening */
export function refuseBy(kind: FaultKind | undefined): void {
  const refusal = kind === undefined ? undefined : refusals[kind];
  if (refusal !== undefined) throw refusal();
}
