import type { IdCardReader } from '../../../cloudfunctions/core/ports/id-card-reader';
import type { CardFault } from '../../../miniprogram/shared/contract/identity';
import { turn } from './memory-database';

/** What a photograph of a card is made of here: the number, and how often it was taken, so that portraits differ. */
export const cardPhoto = (idNumber: string, taken = 1): Uint8Array => Buffer.from(`card ${idNumber} ${taken}`);

/** Reads the photographs of `cardPhoto`; a fault is what a test has scripted. */
export class ScriptedCardReader implements IdCardReader {
  fault: CardFault | undefined;
  /** The fault that the next reading ends with. */
  nextFault: Error | undefined;
  /** How many photographs it has looked at. */
  readings = 0;
  /** What happens while a card is being read. */
  meanwhile: (() => Promise<unknown>) | undefined;

  async read(photo: Uint8Array): ReturnType<IdCardReader['read']> {
    this.readings++;
    await turn();
    await this.meanwhile?.();
    const fault = this.nextFault;
    this.nextFault = undefined;
    if (fault) throw fault;
    if (this.fault) return { ok: false, fault: this.fault };
    const [, idNumber = ''] = Buffer.from(photo).toString().split(' ');
    return { ok: true, idNumber, portrait: Buffer.from(`portrait from ${Buffer.from(photo).toString()}`) };
  }
}
