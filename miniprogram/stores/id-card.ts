import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { call } from '../services/cloud';
import { dropPicture } from '../services/still-picture';
import { uploadCardPhoto } from '../services/upload';
import type { PersonRef } from '../shared/contract/person-ref';
import { phoneFaults } from '../shared/phone-fault';
import { accept } from '../shared/result';

/** `aim`: no photo yet; `preview`: one to be looked at; `sending`; `reading`; `read`: it is the right card. */
export type CardStage = 'aim' | 'preview' | 'sending' | 'reading' | 'read';

/** One identity card, from the camera to what the server read from it (rules B2, B4). */
export class IdCardStore {
  /** Whose card it is; undefined until a page has said so. */
  whom: PersonRef | undefined = undefined;
  /** Where the photo lies on the phone. */
  photo: string | undefined = undefined;
  /** Percent of the photo that has arrived. */
  sent = 0;
  stage: CardStage = 'aim';
  /** Replaced for every photo, so that a late answer about the one before is ignored. */
  reading = new Attempt();
  /** The photo in storage: a question that got no answer is asked again without sending it again. */
  private fileId: string | undefined = undefined;

  constructor() {
    makeAutoObservable<this, 'fileId'>(this, { whom: observable.ref, reading: observable.ref, fileId: false });
  }

  begin(whom: PersonRef) {
    this.whom = whom;
    this.retake();
  }

  take(photo: string) {
    this.retake();
    this.photo = photo;
    this.stage = 'preview';
  }

  /** The photo before is needed no more. */
  retake() {
    if (this.photo !== undefined) dropPicture(this.photo);
    this.photo = undefined;
    this.fileId = undefined;
    this.sent = 0;
    this.stage = 'aim';
    this.reading = new Attempt();
  }

  /** Sends the photo and has it read. @returns whether it is the right card, readable, with its portrait */
  async submit(): Promise<boolean> {
    const { photo, whom } = this;
    if (photo === undefined || whom === undefined) return false;
    const done = await this.reading.run(async () => {
      const isThere = this.fileId !== undefined;
      const answer = await this.read(photo, whom);
      // What was there before may have been read, and only the answer got lost on the way.
      const isGone = !answer.ok && answer.code === 'CARD_PHOTO_MISSING' && isThere;
      return isGone ? this.read(photo, whom) : answer;
    });
    // If another photo has been taken since, the answer about this one is ignored.
    if (photo !== this.photo) return false;
    runInAction(() => (this.stage = done ? 'read' : 'preview'));
    return done !== undefined;
  }

  /** Deletes all that is kept of this card. */
  forget() {
    this.whom = undefined;
    this.retake();
  }

  /** The server looks at a photo once: after its answer this one has to be sent anew. */
  private async read(photo: string, whom: PersonRef) {
    const there = await this.send(photo);
    if (!there.ok) return there;
    runInAction(() => (this.stage = 'reading'));
    const answer = await call('certification', 'readIdCard', { fileId: there.data.fileId, whom });
    const isAnswered = answer.ok || !phoneFaults.some((fault) => fault === answer.code);
    if (isAnswered && photo === this.photo) this.fileId = undefined;
    return answer;
  }

  private async send(photo: string) {
    const { fileId } = this;
    if (fileId !== undefined) return accept({ fileId });
    runInAction(() => (this.stage = 'sending'));
    const place = await call('certification', 'startCardPhoto', {});
    if (!place.ok) return place;
    const there = await uploadCardPhoto(place.data.path, photo, (percent) => runInAction(() => (this.sent = percent)));
    if (there.ok && photo === this.photo) this.fileId = there.data.fileId;
    return there;
  }
}

export const idCard = new IdCardStore();
