import * as v from 'valibot';
import type { Api } from '../../../../miniprogram/shared/contract/api';
import {
  certificationResults,
  eligibilityStates,
  methods,
} from '../../../../miniprogram/shared/contract/certification';
import { helpReasons, helpStates } from '../../../../miniprogram/shared/contract/help';
import {
  faceActions,
  faceReasons,
  MOST_STILLS,
  realNameResults,
  shown,
  ways,
} from '../../../../miniprogram/shared/contract/identity';
import type { ReceiptLink } from '../../domain/certification/receipt';
import type { Database } from '../../ports/database';
import type { FaceVerifier } from '../../ports/face-verifier';
import type { Files } from '../../ports/files';
import type { IdCardReader } from '../../ports/id-card-reader';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Queries } from '../../ports/queries';
import type { Random } from '../../ports/random';
import type { Roster } from '../../ports/roster';
import { askForHelp } from '../../use-cases/help/ask-for-help';
import { consent } from '../../use-cases/identity/consent';
import { eligibility } from '../../use-cases/certification/eligibility';
import { finishCertification } from '../../use-cases/certification/finish-certification';
import { finishRealName } from '../../use-cases/identity/finish-real-name';
import { listHelp } from '../../use-cases/help/list-help';
import { readIdCard } from '../../use-cases/identity/read-id-card';
import { receipt } from '../../use-cases/certification/receipt';
import { records } from '../../use-cases/certification/records';
import { startCardPhoto } from '../../use-cases/identity/start-card-photo';
import { startCertification } from '../../use-cases/certification/start-certification';
import { startRealName } from '../../use-cases/identity/start-real-name';
import { verifyReceipt } from '../../use-cases/certification/verify-receipt';
import { withdrawHelp } from '../../use-cases/help/withdraw-help';
import { actionsOf } from '../wire/action';
import { hexId, namedPerson, nothing, phone, text } from '../wire/fields';

/** All that the certification function needs from outside. */
export interface CertificationDependencies {
  readonly cardReader: IdCardReader;
  readonly database: Database;
  readonly files: Files;
  readonly hash: KeyedHash;
  readonly queries: Queries;
  readonly random: Random;
  /** What the code on a receipt says. */
  readonly receiptLink: ReceiptLink;
  readonly roster: Roster;
  /** The operator takes the verifier's verdicts for good, though it is not one for production. */
  readonly trustsEngine: boolean;
  readonly verifier: FaceVerifier;
}

const self = { self: v.literal(true) };
const contact = { contactId: hexId };
const named = namedPerson;
const personRef = v.union([v.strictObject(self), v.strictObject(contact), v.strictObject(named)]);
const holder = v.union([v.strictObject(self), v.strictObject(named)]);
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

const method = v.picklist(methods);
const reasons = v.array(v.picklist(faceReasons));
const office = v.object({ name: v.string(), phone: v.exactOptional(v.string()) });
const challenge = { challengeId: v.string(), actions: v.array(v.picklist(faceActions)), expiresAt: v.string() };
const receiptShown = v.object({
  number: v.string(),
  name: v.string(),
  method,
  at: v.string(),
  until: v.string(),
  demonstration: v.boolean(),
  link: v.string(),
});
const recordShown = v.object({ number: v.string(), method, at: v.string(), until: v.string(), year: v.string() });
const help = v.object({
  id: v.string(),
  name: v.string(),
  reason: v.picklist(helpReasons),
  state: v.picklist(helpStates),
  askedAt: v.string(),
  changedAt: v.string(),
  office: v.exactOptional(office),
  visit: v.exactOptional(v.object({ day: v.string(), visitor: v.string() })),
});
const withHelp = v.object({ request: help });

/** The actions of the certification function: identity, certification and help. */
export const certificationActions = actionsOf<Api['certification'], CertificationDependencies>()({
  consent: {
    input: v.strictObject({ given: v.boolean(), version: text(32) }),
    answer: v.object({ given: v.boolean() }),
    run: consent,
  },
  startCardPhoto: {
    input: nothing,
    answer: v.object({ path: v.string(), expiresAt: v.string() }),
    run: startCardPhoto,
  },
  readIdCard: {
    input: v.strictObject({ fileId, whom: personRef }),
    answer: v.object({ idNumber: v.string() }),
    run: readIdCard,
  },
  startRealName: { input: v.strictObject({ whom: holder, way }), answer: v.object(challenge), run: startRealName },
  finishRealName: {
    input: finish,
    answer: v.object({ result: v.picklist(realNameResults), reasons }),
    run: finishRealName,
  },
  eligibility: {
    input: personRef,
    answer: v.object({
      state: v.picklist(eligibilityStates),
      name: v.exactOptional(v.string()),
      until: v.exactOptional(v.string()),
      last: v.exactOptional(v.object({ at: v.string(), method })),
      overdue: v.exactOptional(v.boolean()),
      needsIdCard: v.exactOptional(v.boolean()),
      inReview: v.exactOptional(v.boolean()),
      unit: v.exactOptional(office),
      agency: v.exactOptional(office),
    }),
    run: eligibility,
  },
  startCertification: {
    input: v.union([
      v.strictObject({ ...self, way }),
      v.strictObject({ ...contact, way }),
      v.strictObject({ ...named, way }),
    ]),
    answer: v.object({ ...challenge, name: v.string() }),
    run: startCertification,
  },
  finishCertification: {
    input: finish,
    answer: v.object({
      result: v.picklist(certificationResults),
      reasons,
      receipt: v.exactOptional(receiptShown),
      triesLeft: v.exactOptional(v.number()),
    }),
    run: finishCertification,
  },
  records: {
    input: v.strictObject({ contactId: v.exactOptional(hexId), next: v.exactOptional(text(64)) }),
    answer: v.object({ items: v.array(recordShown), next: v.exactOptional(v.string()) }),
    run: records,
  },
  receipt: { input: v.strictObject({ number: receiptNumber }), answer: receiptShown, run: receipt },
  verifyReceipt: {
    input: v.strictObject({ number: receiptNumber }),
    answer: v.variant('genuine', [
      v.object({ genuine: v.literal(false) }),
      v.object({
        genuine: v.literal(true),
        method,
        at: v.string(),
        until: v.string(),
        demonstration: v.boolean(),
      }),
    ]),
    run: verifyReceipt,
  },
  askForHelp: {
    input: v.strictObject({ whom: personRef, reason: v.picklist(helpReasons), phone: v.exactOptional(phone) }),
    answer: withHelp,
    run: askForHelp,
  },
  listHelp: { input: nothing, answer: v.object({ requests: v.array(help) }), run: listHelp },
  withdrawHelp: { input: v.strictObject({ id: text(64) }), answer: withHelp, run: withdrawHelp },
});
