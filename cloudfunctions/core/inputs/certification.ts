import * as v from 'valibot';
import type { CertificationApi } from '../../../miniprogram/shared/contract';
import { helpReasons, MOST_STILLS, shown, ways } from '../../../miniprogram/shared/certification';
import { following } from './contract-check';
import { hexId, idNumber, name, phone, text } from './text';

const nothing = v.record(v.string(), v.never());
const self = { self: v.literal(true) };
const contact = { contactId: hexId };
const named = { name, idNumber };
const whom = v.union([v.strictObject(self), v.strictObject(contact), v.strictObject(named)]);
const way = v.picklist(ways);
/** `cloud://<environment>.<bucket>/<path>`; the path is judged where the file is read. */
const fileId = text(300);
/** More than a day: the phone's clock may count from its start. */
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const finish = v.strictObject({
  challengeId: hexId,
  stills: v.pipe(
    v.array(v.strictObject({ fileId, shows: v.picklist(shown), at: milliseconds })),
    v.maxLength(MOST_STILLS),
  ),
});
const receiptNumber = v.pipe(v.string(), v.maxLength(16), v.regex(/^\d{16}$/));

type Inputs = { [A in keyof CertificationApi]: CertificationApi[A]['input'] };

/** What each action takes, checked when a call arrives. */
export const certificationInputs = following<Inputs>()({
  consent: v.strictObject({ given: v.boolean(), version: text(32) }),
  readIdCard: v.strictObject({ fileId, whom }),
  startRealName: v.strictObject({ whom: v.union([v.strictObject(self), v.strictObject(named)]), way }),
  finishRealName: finish,
  eligibility: whom,
  startCertification: v.union([
    v.strictObject({ ...self, way }),
    v.strictObject({ ...contact, way }),
    v.strictObject({ ...named, way }),
  ]),
  finishCertification: finish,
  records: v.strictObject({ contactId: v.exactOptional(hexId), next: v.exactOptional(text(64)) }),
  receipt: v.strictObject({ number: receiptNumber }),
  verifyReceipt: v.strictObject({ number: receiptNumber }),
  askForHelp: v.strictObject({ whom, reason: v.picklist(helpReasons), phone: v.exactOptional(phone) }),
  listHelp: nothing,
  withdrawHelp: v.strictObject({ id: text(64) }),
});
