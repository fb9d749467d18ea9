import type { Actions, EveryRefusal } from '../../../../miniprogram/shared/contract/api';
import type { Result } from '../../../../miniprogram/shared/result';
import type { Context } from '../../ports/context';

/** One action of the contract: its input in, its output or one of its refusals out. */
export type Action<A extends keyof Actions> = (
  input: Actions[A]['input'],
  context: Context,
) => Promise<Result<Actions[A]['output'], Actions[A]['refuses'] | EveryRefusal>>;
