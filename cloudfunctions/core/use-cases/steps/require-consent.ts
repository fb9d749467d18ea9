import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { hasConsented } from '../../domain/account/account';
import type { Account } from '../../domain/documents/account';

/** The present text on face processing must have been agreed to (rule B2). */
export const requireConsent = (account: Account): Result<object, 'CONSENT_REQUIRED'> =>
  hasConsented(account) ? accept({}) : refuse('CONSENT_REQUIRED');
