import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { maskName } from '../../../../miniprogram/shared/masking';
import type { ReferencePortrait } from '../../domain/documents/face';
import type { Collections } from '../../ports/database';
import type { Context } from '../../ports/context';
import type { Action } from '../steps/action';
import { enrolmentId } from '../identity/card-photo';
import type { ChallengeDependencies } from '../face-check/face-attempt';
import { openChallenge } from '../face-check/face-attempt';
import type { Found, LookUpDependencies } from '../steps/look-up';
import { checkTypedScript, countLookUp, lookUp } from '../steps/look-up';
import type { Eligible } from './requirements';
import { requireEligible, requireRoom } from './requirements';
import { requireConsent } from '../steps/require-consent';
import type { Caller, SessionDependencies } from '../steps/sessions';
import { requireVerifiedCaller, wechatUserKey } from '../steps/sessions';
import type { Subject } from '../steps/resolve-person';
import { resolvePerson } from '../steps/resolve-person';

export interface StartCertificationDependencies extends SessionDependencies, LookUpDependencies, ChallengeDependencies {
  readonly database: Pick<Collections, 'accounts' | 'alerts' | 'challenges' | 'enrolments' | 'sessions'>;
}

/** Somebody who may certify, and the card that was photographed for it where no portrait was on record. */
interface Ready {
  readonly look: Eligible;
  readonly enrolled?: ReferencePortrait | undefined;
}

/** The portrait of a card that this account has photographed for them lately (rule B4). */
async function enrolledPortrait(
  { database }: StartCertificationDependencies,
  accountId: string,
  { recipientId }: Subject,
  { eligibility }: Found,
  now: Date,
): Promise<ReferencePortrait | undefined> {
  if (eligibility.state !== 'eligible' || eligibility.recipient.portrait) return undefined;
  const enrolment = (await database.enrolments.get(enrolmentId(accountId, recipientId)))?.value;
  return enrolment && now < enrolment.expiresAt ? enrolment.portrait : undefined;
}

/**
 * Looks for somebody to certify. Whoever has the card in hand has photographed name and number: that look-up is not
 * counted, there was nothing to fish for, and the call is spent on the card.
 */
async function findReady(
  deps: StartCertificationDependencies,
  { accountId }: Caller,
  subject: Subject,
  context: Context,
): Promise<
  Result<
    Ready,
    | 'ALREADY_CERTIFIED'
    | 'ID_CARD_REQUIRED'
    | 'NOT_ELIGIBLE'
    | 'PERSON_NOT_FOUND'
    | 'TOO_MANY_TRIES'
    | 'TRADITIONAL_NAME'
    | 'TRY_TOMORROW'
  >
> {
  const found = await lookUp(deps, subject, context.now);
  const enrolled = await enrolledPortrait(deps, accountId, subject, found, context.now);
  const counted = enrolled ? accept({}) : await countLookUp(deps, accountId, subject, context);
  if (!counted.ok) return counted;
  const script = checkTypedScript(subject, found.eligibility);
  if (!script.ok) return script;
  const look = requireEligible(found.eligibility, context.now);
  if (!look.ok) return look;
  return look.data.recipient.portrait || enrolled ? accept({ look: look.data, enrolled }) : refuse('ID_CARD_REQUIRED');
}

/**
 * Opens a try before the camera. Pictures of an earlier one that wait for a reviewer don't stand in the way: whoever can
 * do it by face now need not wait (`eligibility` says that they do). At most five database calls.
 * @rule D1
 * @rule B4
 * @rule D5
 * @rule D11
 */
export const startCertification =
  (deps: StartCertificationDependencies): Action<'startCertification'> =>
  async ({ way, ...whom }, context) => {
    const caller = await requireVerifiedCaller(deps, context, false);
    if (!caller.ok) return caller;
    const { accountId, account } = caller.data;
    const consent = requireConsent(account);
    if (!consent.ok) return consent;
    const subject = resolvePerson(deps.hash, account, whom, context.now);
    if (!subject.ok) return subject;
    const ready = await findReady(deps, caller.data, subject.data, context);
    if (!ready.ok) return ready;
    const { recipient, name } = ready.data.look;
    const { recipientId, method, contactId, idNumber } = subject.data;
    const who = {
      accountId,
      wechatUserKey: wechatUserKey(deps.hash, context.openid),
      personKey: recipient.personKey,
      method,
    };
    const room = await requireRoom(deps.database, account, who, context.now);
    if (!room.ok) return room;
    const { enrolled } = ready.data;
    const challenge = await openChallenge(
      deps,
      caller.data,
      {
        purpose: 'certification',
        recipientId,
        personKey: recipient.personKey,
        name: subject.data.name,
        idNumber,
        method,
        ...(contactId === undefined ? {} : { contactId }),
        way,
        ...(enrolled ? { enrolled } : {}),
      },
      context,
    );
    return accept({ ...challenge, name: method === 'assisted' ? maskName(name) : name });
  };
