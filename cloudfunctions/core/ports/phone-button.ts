/** WeChat's phone-number button (rule A8). */
export interface PhoneButton {
  /** The 11-digit mainland number, or undefined where WeChat knows no such code or the number is foreign. */
  phoneOf(code: string): Promise<string | undefined>;
}
