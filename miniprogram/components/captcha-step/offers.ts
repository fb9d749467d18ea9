/** What the step can do about a refused text message: another sum, the same again, or back to the number. */
export const captchaOffers = ['captcha', 'again', 'phone'] as const;
