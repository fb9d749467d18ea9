import * as v from 'valibot';
import type { ErrorDetails } from '../../../../miniprogram/shared/error-codes';
import { idNumberFaults, passwordFaults, smsLimits } from '../../../../miniprogram/shared/error-codes';
import { cardFaults } from '../../../../miniprogram/shared/contract/identity';
import { methods, notEligibleStates } from '../../../../miniprogram/shared/contract/certification';
import { following } from './contract-check';

/** What a refusal may tell besides its code. */
export const refusalDetails = following<ErrorDetails>()({
  ALREADY_CERTIFIED: v.object({ at: v.string(), method: v.picklist(methods), until: v.string(), now: v.string() }),
  ACCOUNT_LOCKED: v.object({ opensAt: v.string(), now: v.string() }),
  BAD_CREDENTIALS: v.object({ triesLeft: v.number() }),
  BAD_ID_NUMBER: v.object({ fault: v.picklist(idNumberFaults) }),
  BAD_INPUT: v.object({ field: v.string() }),
  CARD_PHOTO_FAULTY: v.object({ fault: v.picklist(cardFaults) }),
  NOT_ELIGIBLE: v.object({ state: v.picklist(notEligibleStates) }),
  SMS_CODE_WRONG: v.object({ triesLeft: v.number() }),
  SMS_LIMIT_REACHED: v.object({ per: v.picklist(smsLimits) }),
  SMS_TOO_SOON: v.object({ waitSeconds: v.number() }),
  TRADITIONAL_NAME: v.object({ simplified: v.string() }),
  WEAK_PASSWORD: v.object({ fault: v.picklist(passwordFaults) }),
});
