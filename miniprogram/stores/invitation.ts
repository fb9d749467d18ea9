import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { contacts } from './contacts';
import { Journey } from './journey';
import { call } from '../services/cloud';
import { invitationKinds } from '../shared/contract/family';
import type { InvitationKind, Relation } from '../shared/contract/family';
import type { Output } from '../shared/contract/api';
import { refuse } from '../shared/result';

/** Making an invitation; what the other one is to the inviter is asked for `help-you` only. */
export const inviteSteps = ['kind', 'relation', 'share'] as const;

export type InviteStep = (typeof inviteSteps)[number];

/** A card that is ready to be shared. */
export interface InvitationToShare {
  readonly kind: InvitationKind;
  readonly code: string;
  readonly expiresAt: string;
}

/** Asking a relative to help, or offering it, by a card in WeChat; and accepting one (rule D10). */
export class InvitationStore {
  /** Which one the person wants to send. */
  kind: InvitationKind | undefined = undefined;
  /** The one made last; each works once. */
  made: InvitationToShare | undefined = undefined;
  /** What the opened one says, until it is accepted. */
  opened: (Output<'account', 'readInvitation'> & { readonly code: string }) | undefined = undefined;
  accepted: Output<'account', 'acceptInvitation'> | undefined = undefined;
  readonly making = new Attempt();
  readonly opening = new Attempt();
  readonly accepting = new Attempt();

  constructor() {
    makeAutoObservable(this, {
      made: observable.ref,
      opened: observable.ref,
      accepted: observable.ref,
      making: false,
      opening: false,
      accepting: false,
    });
  }

  choose(kind: InvitationKind) {
    this.kind = kind;
    this.made = undefined;
    this.making.forget();
  }

  /** @param relation what the other one is to the inviter */
  async make(kind: InvitationKind, relation: Relation): Promise<boolean> {
    const done = await this.making.run(() => call('account', 'invite', { kind, relation }));
    if (done) runInAction(() => (this.made = { kind, ...done.data }));
    return done !== undefined;
  }

  /** Reads the invitation that was tapped. */
  async open(code: string): Promise<boolean> {
    const done = await this.opening.run(async () => {
      const answer = await call('account', 'readInvitation', { code });
      // What only a newer server knows cannot be explained here, so it is not accepted here.
      return answer.ok && !invitationKinds.includes(answer.data.kind) ? refuse('INVITATION_NOT_FOUND') : answer;
    });
    if (done) runInAction(() => (this.opened = { code, ...done.data }));
    return done !== undefined;
  }

  /** @param relation for `help-me`: what the inviter is to the one who accepts */
  async accept(code: string, relation?: Relation): Promise<boolean> {
    const input = relation === undefined ? { code } : { code, relation };
    const done = await this.accepting.run(async () => {
      const answer = await call('account', 'acceptInvitation', input);
      if (answer.ok && answer.data.kind === 'help-me') await contacts.reload();
      return answer;
    });
    if (done) this.enter(done.data);
    return done !== undefined;
  }

  clear() {
    this.kind = undefined;
    this.made = undefined;
    this.opened = undefined;
    this.accepted = undefined;
    this.making.forget();
    this.opening.forget();
    this.accepting.forget();
  }

  private enter(accepted: Output<'account', 'acceptInvitation'>) {
    this.accepted = accepted;
    this.opened = undefined;
  }
}

export const invitation = new InvitationStore();

const answered = {
  kind: () => invitation.kind !== undefined,
  relation: () => invitation.made !== undefined,
  share: () => false,
} satisfies Record<InviteStep, () => boolean>;

export const inviteJourney = new Journey(inviteSteps, (step) => answered[step]());
