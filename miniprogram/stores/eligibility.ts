import { makeAutoObservable } from 'mobx-miniprogram';
import type { Attempt } from './attempt';
import { Told } from './remote-value';
import { call } from '../services/cloud';
import type { Eligibility } from '../shared/contract/certification';

/** Whether the holder of the phone may certify (rule C1). Asked once a visit, and again after something has changed it. */
export class OwnEligibilityStore {
  private readonly told = new Told(() => call('certification', 'eligibility', { self: true }));
  private fresh = false;

  constructor() {
    makeAutoObservable<this, 'told' | 'fresh'>(this, { told: false, fresh: false });
  }

  /** What was told last; it stays to be seen while something newer is asked. Undefined until the server has told. */
  get found(): Eligibility | undefined {
    return this.told.value;
  }

  get asking(): Attempt {
    return this.told.asking;
  }

  /** Asks where nothing is known, or what is known may be out of date. */
  async look(): Promise<void> {
    if (this.fresh && (this.told.value !== undefined || this.asking.busy)) return;
    this.fresh = true;
    await this.told.refreshAnew();
  }

  /** Another visit has begun, or somebody was certified: what is known may be out of date. */
  outdate() {
    this.fresh = false;
  }
}

export const ownEligibility = new OwnEligibilityStore();
