/** What one call knows of its caller. The clock is read once, here. */
export interface Context {
  /** The WeChat user's openid; from the platform, never from the input. */
  readonly openid: string;
  readonly now: Date;
  readonly requestId: string;
}
