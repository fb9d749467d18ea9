import { chinaDay } from '../../../../miniprogram/shared/china-time';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { livingPortrait } from '../../domain/identity/enrolment';
import { triesLeftOn } from '../../domain/face-check/failed-faces';
import type { Collections } from '../../ports/database';
import type { Action } from '../steps/action';
import { enrolmentId } from './card-photo';
import type { ChallengeDependencies } from '../face-check/face-attempt';
import { openChallenge } from '../face-check/face-attempt';
import { holderSubject } from './holder-subject';
import { requireConsent } from '../steps/require-consent';
import type { NameCheckDependencies } from '../steps/check-name-script';
import { checkScript } from '../steps/check-name-script';
import type { CountDependencies } from '../steps/daily-limits';
import { countDaily } from '../steps/daily-limits';
import { personOf } from '../steps/person-of';
import type { SessionDependencies } from '../steps/sessions';
import { requireCaller } from '../steps/sessions';

export interface StartRealNameDependencies
  extends SessionDependencies, ChallengeDependencies, NameCheckDependencies, CountDependencies {
  readonly database: Pick<
    Collections,
    'accounts' | 'challenges' | 'enrolments' | 'holders' | 'recipients' | 'sessions'
  >;
}

/**
 * Opens a try before the camera that will verify the holder. The steps come in their order and none is skipped: name and
 * number, consent, the card, the face.
 * @rule B2
 * @rule D5
 */
export const startRealName =
  (deps: StartRealNameDependencies): Action<'startRealName'> =>
  async ({ whom, way }, context) => {
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    const { accountId, account } = caller.data;
    const subject = holderSubject(deps.hash, account, whom, context.now);
    if (!subject.ok) return subject;
    // A name that the account has already was asked about when it was typed.
    const script = subject.data.isTyped
      ? await checkScript(deps, subject.data, context.now, () => countDaily(deps, 'typed', accountId, context))
      : accept({});
    if (!script.ok) return script;
    const consent = requireConsent(account);
    if (!consent.ok) return consent;
    const { recipientId, name, idNumber } = subject.data;
    const enrolment = await deps.database.enrolments.get(enrolmentId(accountId, recipientId));
    if (!livingPortrait(enrolment?.value, context.now)) return refuse('ID_CARD_REQUIRED');
    const holder = await deps.database.holders.get(recipientId);
    if (triesLeftOn(holder?.value ?? {}, chinaDay(context.now)) === 0) return refuse('TRY_TOMORROW');
    const personKey = await personOf(deps.database, recipientId);
    const about = { purpose: 'real-name', recipientId, personKey, name, idNumber, method: 'self', way } as const;
    return accept(await openChallenge(deps, caller.data, about, context));
  };
