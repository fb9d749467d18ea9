import { makeAutoObservable } from 'mobx-miniprogram';
import type { Attempt } from './attempt';
import { RemoteValue } from './remote-value';
import { call } from '../services/cloud';
import type { Eligibility } from '../shared/contract/certification';

/** Whether the holder of the phone may certify (rule C1). Asked once a visit, and again after something has changed it. */
export class OwnEligibilityStore {
  private readonly remote = new RemoteValue(() => call('certification', 'eligibility', { self: true }));
  private fresh = false;

  constructor() {
    makeAutoObservable<this, 'remote' | 'fresh'>(this, { remote: false, fresh: false });
  }

  /** The last answer; it stays to be seen while something newer is asked. Undefined until the server has answered. */
  get found(): Eligibility | undefined {
    return this.remote.value;
  }

  get asking(): Attempt {
    return this.remote.asking;
  }

  /** Asks where nothing is known, or what is known may be out of date. */
  async look(): Promise<void> {
    if (this.fresh && (this.remote.value !== undefined || this.asking.busy)) return;
    this.fresh = true;
    await this.remote.reload();
  }

  /** Another visit has begun, or somebody was certified: what is known may be out of date. */
  outdate() {
    this.fresh = false;
  }
}

export const ownEligibility = new OwnEligibilityStore();
