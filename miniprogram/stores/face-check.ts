import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { ownEligibility } from './eligibility';
import { session } from './session';
import { call } from '../services/cloud';
import { dropPicture } from '../services/still-picture';
import { uploadStills } from '../services/upload';
import type { Shot } from '../services/upload';
import type { FaceAction, FaceReason, Still, Way } from '../shared/contract/identity';
import type { Receipt } from '../shared/contract/certification';
import type { Output } from '../shared/contract/api';
import type { PersonRef } from '../shared/contract/person-ref';
import { fault, isOnTheWay } from '../shared/phone-fault';
import type { Answer, Trouble } from '../shared/phone-fault';
import { accept } from '../shared/result';

/** What the face is shown for, and whose it is. `name` is shown to whoever holds the phone, nothing else. */
export type FaceCheckRequest = { name?: string } & (
  | { purpose: 'certification'; whom: PersonRef }
  | { purpose: 'real-name'; whom: Exclude<PersonRef, { contactId: string }> }
);

/** What the server has decided. */
export type FaceOutcome =
  | { kind: 'certified'; receipt: Receipt }
  | { kind: 'verified' }
  | { kind: 'review'; reasons: FaceReason[] }
  | { kind: 'refused'; reasons: FaceReason[]; triesLeft?: number };

/**
 * `ready` for a try; `starting`: the server is asked for a challenge; `guiding`: the camera is at work; `sending` the
 * stills; `deciding`: the server looks at them; `decided`: see `outcome`. After a fault the phase stays
 * the same and `trouble` says what happened; `goOn` tries that step again.
 */
export type FacePhase = 'ready' | 'starting' | 'guiding' | 'sending' | 'deciding' | 'decided';

interface Challenge {
  readonly challengeId: string;
  readonly actions: readonly FaceAction[];
}

type Decision = Output<'certification', 'finishCertification'> | Output<'certification', 'finishRealName'>;

/** Between two questions for a decision that is still being made, in milliseconds, and how often. */
export const ASK_AGAIN_MS = 3000;
export const ASKED_AT_MOST = 10;
/** How long a challenge may wait before its actions are shown: it expires after 180 s, and they take most of that. */
const FRESH_MS = 60_000;

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const refused = (decision: Decision): FaceOutcome => {
  const left = 'triesLeft' in decision ? decision.triesLeft : undefined;
  return { kind: 'refused', reasons: decision.reasons, ...(left === undefined ? {} : { triesLeft: left }) };
};

const certified = (decision: Decision): FaceOutcome | undefined =>
  'receipt' in decision && decision.receipt ? { kind: 'certified', receipt: decision.receipt } : undefined;

const outcomes: Record<Decision['result'], (decision: Decision) => FaceOutcome | undefined> = {
  certified,
  verified: () => ({ kind: 'verified' }),
  review: ({ reasons }) => ({ kind: 'review', reasons }),
  refused,
};

const isKnown = (result: string): result is Decision['result'] => Object.keys(outcomes).includes(result);

/** A result that only a newer server knows, or a certification without its receipt, is no answer. */
const outcomeOf = (decision: Decision): Answer<FaceOutcome> => {
  const outcome = isKnown(decision.result) ? outcomes[decision.result](decision) : undefined;
  return outcome ? accept(outcome) : fault('UNREACHABLE');
};

/** One live face, from the challenge to the decision, for certifying and for real-name verification alike. */
export class FaceCheckStore {
  request: FaceCheckRequest | undefined = undefined;
  way: Way = 'actions';
  phase: FacePhase = 'ready';
  challenge: Challenge | undefined = undefined;
  shots: readonly Shot[] = [];
  /** By the place of the still: what has arrived in storage. */
  fileIds: Readonly<Record<number, string>> = {};
  outcome: FaceOutcome | undefined = undefined;
  trouble: Trouble | undefined = undefined;
  private startedAt = 0;
  /** Replaced for every try, so that a late answer to an earlier one is ignored. */
  private current = {};
  /** The try that is being sent and decided just now. */
  private running: object | undefined = undefined;

  constructor() {
    makeAutoObservable<FaceCheckStore, 'current' | 'running' | 'startedAt'>(this, {
      request: observable.ref,
      challenge: observable.ref,
      shots: observable.ref,
      fileIds: observable.ref,
      outcome: observable.ref,
      trouble: observable.ref,
      current: false,
      running: false,
      startedAt: false,
    });
  }

  /** Before the page is opened: whose face it is, and what for. What was kept of an earlier face is deleted. */
  begin(request: FaceCheckRequest) {
    this.request = request;
    this.way = 'actions';
    this.outcome = undefined;
    this.reset();
  }

  choose(way: Way) {
    this.way = way;
  }

  get sent(): number {
    return Object.keys(this.fileIds).length;
  }

  /** Asks for a challenge: the actions to show. */
  async start(): Promise<void> {
    this.reset();
    const { request, way, current } = this;
    if (!request) return;
    this.phase = 'starting';
    const answer = await this.ask(request, way);
    runInAction(() => {
      if (current !== this.current) return;
      if (!answer.ok) {
        this.trouble = answer;
        return;
      }
      this.challenge = answer.data;
      this.startedAt = Date.now();
      this.phase = 'guiding';
    });
  }

  /** Shortly before the first action is shown: takes another challenge where this one has waited for long. */
  async renewStaleChallenge(): Promise<void> {
    if (this.phase === 'guiding' && Math.abs(Date.now() - this.startedAt) > FRESH_MS) await this.start();
  }

  /** The app was hidden while the camera was at work: the try is given up, nothing of it is kept. */
  interrupt() {
    if (this.phase === 'starting' || this.phase === 'guiding') this.reset();
  }

  /** Sends what the camera has taken, and asks for the decision. A second time for the same try does nothing. */
  async submit(shots: readonly Shot[]): Promise<void> {
    if (this.phase !== 'guiding') {
      // The try was given up, or these are on their way already.
      const kept = this.shots.map(({ filePath }) => filePath);
      for (const { filePath } of shots) if (!kept.includes(filePath)) dropPicture(filePath);
      return;
    }
    this.shots = shots;
    await this.goOn();
  }

  /**
   * Goes on where it broke off: with the missing stills, or with the question for the decision. Whoever presses twice,
   * or presses while the network comes back, does it once.
   */
  async goOn(): Promise<void> {
    const { challenge, request, shots, current } = this;
    if (!challenge || !request || shots.length === 0) return this.start();
    if (this.running === current) return;
    this.running = current;
    this.trouble = undefined;
    this.phase = 'sending';
    const end = await this.sendAndDecide(request, challenge).finally(() => {
      if (this.running === current) this.running = undefined;
    });
    if (current === this.current && end) runInAction(() => this.accept(end));
  }

  /** The network is back, or the phone is in hand again: goes on by itself where only the way to the server had failed. */
  async resume(): Promise<void> {
    if (this.trouble && isOnTheWay(this.trouble)) await this.goOn();
  }

  /** Deletes all that is kept of this request, once its outcome has been read. */
  forget() {
    this.request = undefined;
    this.outcome = undefined;
    this.reset();
  }

  private reset() {
    this.current = {};
    this.phase = 'ready';
    this.challenge = undefined;
    this.dropShots();
    this.trouble = undefined;
  }

  private ask({ purpose, whom }: FaceCheckRequest, way: Way): Promise<Answer<Challenge>> {
    if (purpose === 'certification') return call('certification', 'startCertification', { ...whom, way });
    return call('certification', 'startRealName', { whom, way });
  }

  private accept(end: Answer<FaceOutcome>) {
    if (end.ok) {
      this.outcome = end.data;
      this.phase = 'decided';
      this.dropShots();
      this.tellOthers(end.data);
      return;
    }
    this.trouble = end;
    if (end.code !== 'CHALLENGE_EXPIRED' && end.code !== 'CHALLENGE_NOT_FOUND') return;
    this.challenge = undefined;
    this.dropShots();
  }

  /** Whoever has left the page meanwhile sees it on the first page. */
  private tellOthers({ kind }: FaceOutcome) {
    if (kind === 'refused') return;
    ownEligibility.outdate();
    if (kind === 'verified') void session.refresh();
    else void ownEligibility.look();
  }

  /** Pictures of a face stay on the phone no longer than they are needed. */
  private dropShots() {
    for (const { filePath } of this.shots) dropPicture(filePath);
    this.shots = [];
    this.fileIds = {};
  }

  /** Sends and asks until there is an answer. @returns undefined where another try has begun meanwhile */
  private async sendAndDecide(
    request: FaceCheckRequest,
    challenge: Challenge,
  ): Promise<Answer<FaceOutcome> | undefined> {
    const { current } = this;
    for (let asked = 1; ; asked += 1) {
      const there = await this.send(challenge);
      if (current !== this.current) return undefined;
      if (!there.ok) return there;
      runInAction(() => (this.phase = 'deciding'));
      const answer = await this.decide(request, challenge);
      if (current !== this.current) return undefined;
      if (answer.ok) return outcomeOf(answer.data);
      if (asked === ASKED_AT_MOST || !this.mayAskAgain(answer)) return answer;
      await pause(ASK_AGAIN_MS);
    }
  }

  /**
   * The first answer may have got lost on the way, or another question for it is still being worked on: the server
   * answers a repeat with what it decided first (rule D3).
   */
  private mayAskAgain({ code }: Trouble): boolean {
    if (code === 'STILLS_MISSING') runInAction(() => (this.fileIds = {}));
    return ['TIMEOUT', 'UNREACHABLE', 'CHALLENGE_USED', 'STILLS_MISSING', 'BUSY'].includes(code);
  }

  private send({ challengeId }: Challenge): Promise<Answer<null>> {
    const { shots, current } = this;
    const missing = shots.flatMap((_, place) => (this.fileIds[place] === undefined ? [place] : []));
    runInAction(() => (this.phase = missing.length > 0 ? 'sending' : this.phase));
    return uploadStills(challengeId, shots, missing, (place, fileId) =>
      runInAction(() => {
        if (current === this.current) this.fileIds = { ...this.fileIds, [place]: fileId };
      }),
    );
  }

  private decide({ purpose }: FaceCheckRequest, { challengeId }: Challenge): Promise<Answer<Decision>> {
    const stills = this.shots.map(({ shows, at }, place): Still => ({ fileId: this.fileIds[place] ?? '', shows, at }));
    const action = purpose === 'certification' ? 'finishCertification' : 'finishRealName';
    return call('certification', action, { challengeId, stills });
  }
}

export const faceCheck = new FaceCheckStore();
