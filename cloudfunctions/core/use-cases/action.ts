import type { AccountApi, CertificationApi } from '../../../miniprogram/shared/contract';
import type { ErrorCode } from '../../../miniprogram/shared/error-codes';
import type { Result } from '../../../miniprogram/shared/result';
import type { Context } from '../ports';

/** One action of the account function: input that follows the contract in, an output or one of the refusals out. */
export type AccountAction<A extends keyof AccountApi, C extends ErrorCode = never> = (
  input: AccountApi[A]['input'],
  context: Context,
) => Promise<Result<AccountApi[A]['output'], C>>;

/** One action of the certification function. */
export type CertificationAction<A extends keyof CertificationApi, C extends ErrorCode = never> = (
  input: CertificationApi[A]['input'],
  context: Context,
) => Promise<Result<CertificationApi[A]['output'], C>>;
