import * as v from 'valibot';
import type { CertificationApi } from '../../../miniprogram/shared/contract';
import {
  eligibilityStates,
  faceActions,
  faceReasons,
  helpReasons,
  helpStates,
  methods,
} from '../../../miniprogram/shared/certification';
import { following } from '../inputs/contract-check';

const method = v.picklist(methods);
const reasons = v.array(v.picklist(faceReasons));
const office = v.object({ name: v.string(), phone: v.exactOptional(v.string()) });
const challenge = {
  challengeId: v.string(),
  actions: v.array(v.picklist(faceActions)),
  expiresAt: v.string(),
};
const receipt = v.object({
  number: v.string(),
  name: v.string(),
  method,
  at: v.string(),
  until: v.string(),
  demonstration: v.boolean(),
  link: v.string(),
});
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
const record = v.object({ number: v.string(), method, at: v.string(), until: v.string(), year: v.string() });

type Outputs = { [A in keyof CertificationApi]: CertificationApi[A]['output'] };

/** What each action answers. What a use-case puts in besides never leaves the function. */
export const certificationAnswers = following<Outputs>()({
  consent: v.object({ given: v.boolean() }),
  readIdCard: v.object({ idNumber: v.string() }),
  startRealName: v.object(challenge),
  finishRealName: v.object({ result: v.picklist(['verified', 'review', 'refused']), reasons }),
  eligibility: v.object({
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
  startCertification: v.object({ ...challenge, name: v.string() }),
  finishCertification: v.object({
    result: v.picklist(['certified', 'review', 'refused']),
    reasons,
    receipt: v.exactOptional(receipt),
    triesLeft: v.exactOptional(v.number()),
  }),
  records: v.object({ items: v.array(record), next: v.exactOptional(v.string()) }),
  receipt,
  verifyReceipt: v.variant('genuine', [
    v.object({ genuine: v.literal(false) }),
    v.object({
      genuine: v.literal(true),
      method,
      at: v.string(),
      until: v.string(),
      demonstration: v.boolean(),
    }),
  ]),
  askForHelp: withHelp,
  listHelp: v.object({ requests: v.array(help) }),
  withdrawHelp: withHelp,
});
