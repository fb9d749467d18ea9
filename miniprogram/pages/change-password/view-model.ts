import { changePassword } from '../../copy/change-password';
import { describe } from '../../copy/errors';
import type { Words } from '../../copy/errors';
import type { Trouble } from '../../shared/phone-fault';
import { wayOutOf } from '../../stores/way-out';

/** Here only the password can be wrong: whoever is signed in has a phone. */
export const changeWords = (trouble: Trouble): Words =>
  trouble.code === 'BAD_CREDENTIALS' ? { ...describe(trouble), title: changePassword.wrong } : describe(trouble);

const elsewhere = ['reset-password', 'sign-in', 'bind-phone'] as const;

/** What this page can do about a refusal, its own fields and button included. */
export const changeOffers = [...elsewhere, 'password', 'again'] as const;

/** Another page that helps, before trying again: whoever has forgotten the old password gets no further here. */
export const wayOut = (trouble: Trouble): (typeof elsewhere)[number] | undefined => wayOutOf(trouble, elsewhere);
