import { accept } from '../../../../miniprogram/shared/result';
import { eligibilityView } from '../../domain/certification/eligibility';
import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { Action } from '../steps/action';
import type { LookUpDependencies } from '../steps/look-up';
import { checkTypedScript, countLookUp, lookUp } from '../steps/look-up';
import { noteAgreement } from '../steps/note-agreement';
import type { SessionDependencies } from '../steps/sessions';
import { requireVerifiedCaller } from '../steps/sessions';
import { resolvePerson } from '../steps/resolve-person';

export type EligibilityDependencies = SessionDependencies & LookUpDependencies;

/**
 * Whether somebody may certify now, and if not, why and whom to ask. That they may not is an answer and no refusal.
 * Whether a card was photographed already is not looked at: `startCertification` knows.
 * @rule C1
 * @rule C4
 */
export const eligibility =
  (deps: EligibilityDependencies): Action<'eligibility'> =>
  async (input, context) => {
    const caller = await requireVerifiedCaller(deps, context, false);
    if (!caller.ok) return caller;
    const { accountId, account } = caller.data;
    const subject = resolvePerson(deps.hash, account, input, context.now);
    if (!subject.ok) return subject;
    const counted = await countLookUp(deps, accountId, subject.data, context);
    if (!counted.ok) return counted;
    const { eligibility, cycle } = await lookUp(deps, subject.data, context.now);
    const script = checkTypedScript(subject.data, eligibility);
    if (!script.ok) return script;
    await noteAgreement(deps.database, caller.data, subject.data, eligibility, chinaDay(context.now));
    return accept(eligibilityView(eligibility, cycle, subject.data.method !== 'assisted'));
  };
