import type { AccountApi } from '../../../../miniprogram/shared/contract/account';
import type { Refusal } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { meOf, newAccount, newLogin, withoutPhone } from '../../domain/account/account';
import type { Collections, Database } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { Passwords } from '../../ports/passwords';
import type { Random } from '../../ports/random';
import type { NewAccountForm } from './new-account-form';
import type { NameCheckDependencies } from '../steps/check-name-script';
import { readNewAccountForm } from './new-account-form';
import { checkScript } from '../steps/check-name-script';
import type { CountDependencies } from '../steps/daily-limits';
import { countBeforeAccount } from '../steps/daily-limits';
import type { PhoneProof } from './prove-phone';
import { keepProof, provePhone, spendProof } from './prove-phone';
import { openSessionInside } from '../steps/sessions';

export interface OpenAccountDependencies extends NameCheckDependencies, CountDependencies {
  readonly database: Database;
  readonly passwords: Passwords;
  readonly random: Random;
}

/** What to do where an account stands on the phone: refuse (rule A4), or take the number from it (rule A12). */
export type WhenTaken = 'refuse' | 'reclaim';

interface Opening {
  readonly accountId: string;
  readonly form: NewAccountForm;
  /** As `Passwords.hash` made it. */
  readonly password: string;
  readonly proof: PhoneProof;
  readonly whenTaken: WhenTaken;
}

async function takeNumberFrom(accounts: Collections['accounts'], accountId: string): Promise<void> {
  const former = await accounts.get(accountId);
  if (former) await accounts.put(accountId, withoutPhone(former.value));
}

/** Code, account, phone and session change together: two who come at once with one code make one account. */
const write = (
  { database, hash }: OpenAccountDependencies,
  { accountId, form, password, proof, whenTaken }: Opening,
  context: Context,
) =>
  database.transact(async (inside) => {
    const phoneId = hash.of('phone', form.phone);
    const login = (await inside.phones.get(phoneId))?.value;
    const formerId = login?.accountId;
    if (formerId !== undefined && whenTaken === 'refuse') {
      await keepProof(inside, proof);
      return refuse('PHONE_TAKEN');
    }
    if (!(await spendProof(inside, proof, context.now))) return refuse('SMS_CODE_EXPIRED');
    if (formerId !== undefined) await takeNumberFrom(inside.accounts, formerId);
    const { name, idNumber, phone } = form;
    const account = newAccount({ name, idNumber, phone }, context.now);
    await inside.accounts.put(accountId, account);
    const sessions = { accountId, sessionEpoch: account.sessionEpoch };
    await inside.phones.put(phoneId, newLogin(sessions, password, login));
    await openSessionInside(inside, hash, sessions, context);
    return accept({ me: meOf(account, true) });
  });

type Input = AccountApi['register']['input'];

/**
 * Opens an account on a proven phone and signs its holder in. The code is compared before anything is told about the
 * phone, and used up only by success: after `PHONE_TAKEN` the same one serves to reclaim.
 * @rule A4
 * @rule A12
 */
export const openAccount =
  (deps: OpenAccountDependencies, whenTaken: WhenTaken) => async (input: Input, context: Context) => {
    const form = readNewAccountForm(input, context.now);
    if (!form.ok) return form;
    const claim = { phone: form.data.phone, purpose: 'register', smsCode: input.smsCode } as const;
    const proof = await provePhone(deps, claim, context.now);
    if (!proof.ok) return proof;
    const script = await checkScript(deps, form.data, context.now, () => countBeforeAccount(deps, context));
    if (!script.ok) {
      await keepProof(deps.database, proof.data);
      return script;
    }
    const password = await deps.passwords.hash(form.data.password);
    const accountId = deps.random.id();
    return write(deps, { accountId, form: form.data, password, proof: proof.data, whenTaken }, context);
  };

/** All that opening an account may be refused for. */
export type OpenAccountRefusal = Extract<Awaited<ReturnType<ReturnType<typeof openAccount>>>, Refusal>['code'];
