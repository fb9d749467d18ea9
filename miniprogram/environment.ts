/** Which cloud this build belongs to, and what the operator has been granted there. */
export interface Environment {
  /** The cloud environment that every call reaches. */
  readonly id: string;
  /** What stands before the scene in the address of a plain-link QR code, up to its last `=`; empty where there is none. */
  readonly plainLinkPrefix: string;
  /** Subscription messages that the app may ask for. */
  readonly subscriptionTemplateIds: readonly string[];
  /** WeChat's speech plugin (同声传译) is declared in this build. */
  readonly hasSpeechPlugin: boolean;
}

/** The simulator's. A build writes its own in this place, from `deployment/environments/<name>.json`. */
export const environment: Environment = {
  id: 'local',
  plainLinkPrefix: 'http://127.0.0.1:8080/?scene=',
  subscriptionTemplateIds: [],
  hasSpeechPlugin: true,
};
