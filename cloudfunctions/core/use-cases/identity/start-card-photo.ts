import { accept, refuse } from '../../../../miniprogram/shared/result';
import { cardPhotoPath, newCardPhoto } from '../../domain/identity/card-photo';
import type { Random } from '../../ports/random';
import type { Action } from '../steps/action';
import { requireConsent } from '../steps/require-consent';
import type { SessionDependencies } from '../steps/sessions';
import { requireCaller, wechatUserKey } from '../steps/sessions';

export interface StartCardPhotoDependencies extends SessionDependencies {
  readonly random: Random;
}

/**
 * Hands out the place for one photograph of a card, in the place of one that was handed out before: `readIdCard` looks
 * nowhere else. It is kept with the session, so that nobody can have read what another one has photographed. Without
 * consent nothing is to be photographed.
 * @rule B2
 */
export const startCardPhoto =
  (deps: StartCardPhotoDependencies): Action<'startCardPhoto'> =>
  async (_input, context) => {
    const caller = await requireCaller(deps, context);
    if (!caller.ok) return caller;
    const consent = requireConsent(caller.data.account);
    if (!consent.ok) return consent;
    const cardPhoto = newCardPhoto(deps.random.id(), context.now);
    const isKept = await deps.database.sessions.merge(wechatUserKey(deps.hash, context.openid), { cardPhoto });
    if (!isKept) return refuse('NOT_SIGNED_IN');
    return accept({ path: cardPhotoPath(cardPhoto), expiresAt: cardPhoto.expiresAt.toISOString() });
  };
