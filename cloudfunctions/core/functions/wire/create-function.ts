import * as v from 'valibot';
import type { ErrorDetails } from '../../../../miniprogram/shared/error-codes';
import { errorCodes } from '../../../../miniprogram/shared/error-codes';
import type { Envelope, Refusal, Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { refusalDetails } from './refusals';
import { describeFault } from './describe-fault';
import type { ActionTable } from './action';
import type { InputSchema } from './check-input';
import { checkInput } from './check-input';
import type { Context } from '../../ports/context';
import { DatabaseBusy } from '../../ports/database';

/** What a function needs to know of the world before it knows what it is asked. */
export interface Surroundings {
  /** The openid; undefined where no WeChat user calls. */
  readonly caller: () => string | undefined;
  readonly clock: () => Date;
  /** What finds this call in the log, from what the platform says of it. */
  readonly requestId: (invocation: unknown) => string;
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
}

/** An action whose `run` has been given what it needs. */
interface Handler {
  readonly input: InputSchema;
  readonly answer: v.GenericSchema<unknown, unknown>;
  readonly handle: (input: never, context: Context) => Promise<Result<unknown>>;
}

/** What is uploaded as `main`: never throws, always answers an envelope. */
export type CloudFunction = (event: unknown, invocation?: unknown) => Promise<Envelope<unknown>>;

/** An answer that is not the contract's. */
class BrokenContract extends Error {
  override readonly name = 'BrokenContract';
}

const known = <T extends object>(map: T, key: unknown): key is keyof T & string =>
  typeof key === 'string' && Object.hasOwn(map, key);

const parsed = <T>(schema: v.GenericSchema<unknown, T>, value: unknown): T => {
  const { success, output } = v.safeParse(schema, value);
  if (!success) throw new BrokenContract('An answer does not follow the contract.');
  return output;
};

function toEnvelope(answer: v.GenericSchema<unknown, unknown>, result: Result<unknown>): Envelope<unknown> {
  if (result.ok) return accept(parsed(answer, result.data));
  return toRefusal(result);
}

/** Leaves out what the contract does not name. */
function toRefusal(refusal: Refusal): Refusal & { message: string } {
  const { code } = refusal;
  const { detail } = refusal as { detail?: unknown };
  return {
    ok: false,
    code,
    message: errorCodes[code],
    ...(known(refusalDetails, code) && { detail: parsed<ErrorDetails[typeof code]>(refusalDetails[code], detail) }),
  } as Refusal & { message: string };
}

const actionOf = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && Object.hasOwn(event, 'action')
    ? (event as { action: unknown }).action
    : undefined;

const inputOf = (event: unknown): unknown =>
  Object.hasOwn(event as object, 'input') ? (event as { input: unknown }).input : undefined;

/**
 * Puts actions behind the wire. A call is `{ action, input }`, an answer an `Envelope`: an expected refusal comes from
 * the handler as a value; whatever is thrown is logged with the request id and without anything a person typed, and
 * answered `INTERNAL`, a database that stays busy `BUSY`.
 * @rule H3
 */
export function createFunction<Deps>(
  actions: ActionTable<Deps>,
  deps: Deps,
  { caller, clock, requestId, log }: Surroundings,
): CloudFunction {
  const handlers = new Map<string, Handler>(
    Object.entries(actions).map(([name, { run, ...schemas }]) => [name, { ...schemas, handle: run(deps) }]),
  );

  async function answer(
    { input: schema, answer, handle }: Handler,
    event: unknown,
    id: string,
  ): Promise<Envelope<unknown>> {
    const openid = caller();
    if (openid === undefined) return toRefusal(refuse('NO_CALLER'));
    const input = checkInput(schema, inputOf(event));
    if (!input.ok) return toRefusal(refuse('BAD_INPUT', { field: input.field }));
    return toEnvelope(answer, await handle(input.value as never, { openid, now: clock(), requestId: id }));
  }

  return async (event, invocation) => {
    const action = actionOf(event);
    const handler = typeof action === 'string' ? handlers.get(action) : undefined;
    if (!handler) return toRefusal(refuse('UNKNOWN_ACTION'));
    const id = requestId(invocation);
    try {
      return await answer(handler, event, id);
    } catch (fault) {
      const code = fault instanceof DatabaseBusy ? 'BUSY' : 'INTERNAL';
      log({ level: 'error', requestId: id, action, code, faults: describeFault(fault) });
      return toRefusal(refuse(code));
    }
  };
}
