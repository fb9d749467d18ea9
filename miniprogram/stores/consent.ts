import { Attempt } from './attempt';
import { session } from './session';
import { call } from '../services/cloud';
import { CONSENT_VERSION } from '../shared/contract/identity';

/** The agreement to face processing, which is asked for apart from everything else and can be taken back (rule B2). */
export class ConsentStore {
  readonly deciding = new Attempt();

  /** May be repeated after a fault: agreeing twice changes nothing more. @returns whether it is recorded */
  give(): Promise<boolean> {
    return this.decide(true);
  }

  /** What was made from the face is deleted then. @returns whether it is recorded */
  takeBack(): Promise<boolean> {
    return this.decide(false);
  }

  private async decide(given: boolean): Promise<boolean> {
    const done = await this.deciding.run(() => call('certification', 'consent', { given, version: CONSENT_VERSION }));
    const { me } = session;
    if (done && me?.signedIn) session.accept({ ...me, faceConsent: done.data.given });
    return done !== undefined;
  }
}

export const consent = new ConsentStore();
