import type * as v from 'valibot';
import type { EveryRefusal } from '../../../../miniprogram/shared/contract/api';
import type { ErrorCode } from '../../../../miniprogram/shared/error-codes';
import type { Result } from '../../../../miniprogram/shared/result';
import type { Context } from '../../ports/context';
import type { InputSchema } from './check-input';
import type { DiffersFromTheContract, Same } from './contract-check';

/** What the contract says of one action. */
interface ActionContract {
  input: unknown;
  output: unknown;
  refuses: ErrorCode;
}

type Run<Deps, Input, Output, Code extends ErrorCode> = (
  deps: Deps,
) => (input: Input, context: Context) => Promise<Result<Output, Code>>;

/** One action: what it takes, what it answers, and what it does. What is answered besides `answer` never leaves. */
interface ActionObject<C extends ActionContract, Deps> {
  readonly input: v.GenericSchema<unknown, C['input']>;
  readonly answer: v.GenericSchema<unknown, C['output']>;
  readonly run: Run<Deps, C['input'], C['output'], C['refuses'] | EveryRefusal>;
}

interface Schemas {
  readonly input: v.GenericSchema<unknown, unknown>;
  readonly answer: v.GenericSchema<unknown, unknown>;
}

type Contracts<F> = { readonly [A in keyof F]: ActionContract };

/** Names the action that is not the contract's, where the compiler reports it. */
type Checked<S extends Record<keyof S, Schemas>, F extends Contracts<F>> = {
  readonly [A in keyof S]: A extends keyof F
    ? Same<
        { input: v.InferOutput<S[A]['input']>; output: v.InferOutput<S[A]['answer']> },
        { input: F[A]['input']; output: F[A]['output'] }
      > extends true
      ? unknown
      : DiffersFromTheContract
    : never;
};

/** The actions of a function, as its wiring sees them: the compiler has held each against the contract before. */
export type ActionTable<Deps> = Readonly<
  Record<
    string,
    {
      readonly input: InputSchema;
      readonly answer: Schemas['answer'];
      readonly run: Run<Deps, never, unknown, ErrorCode>;
    }
  >
>;

/**
 * The actions of one function of the contract, one object each.
 * A missing or additional action, a schema that means another type, and a refusal that the contract does not name do not
 * compile.
 */
export const actionsOf =
  <F extends Contracts<F>, Deps>() =>
  <S extends { readonly [A in keyof F]: ActionObject<F[A], Deps> }>(
    actions: S & Checked<S, F>,
  ): S & ActionTable<Deps> =>
    actions;
