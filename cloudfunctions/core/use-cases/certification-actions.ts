import type { CertificationApi } from '../../../miniprogram/shared/contract';
import type { ErrorCode } from '../../../miniprogram/shared/error-codes';
import { judgeFace } from '../domain/face/judge';
import type { ReceiptLink } from '../domain/receipt';
import type {
  Database,
  FaceVerifier,
  Files,
  IdCardReader,
  KeyedHash,
  NameScript,
  Queries,
  Random,
  Roster,
} from '../ports';
import type { CertificationAction } from './action';
import { askForHelp } from './ask-for-help';
import { consent } from './consent';
import { eligibility } from './eligibility';
import { finishCertification } from './finish-certification';
import { finishRealName } from './finish-real-name';
import { listHelp } from './list-help';
import { readIdCard } from './read-id-card';
import { receipt } from './receipt';
import { records } from './records';
import { startCertification } from './start-certification';
import { startRealName } from './start-real-name';
import { verifyReceipt } from './verify-receipt';
import { withdrawHelp } from './withdraw-help';

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
  readonly script: NameScript;
  /** The operator takes the verifier's verdicts for good, though it is not one for production. */
  readonly trustsEngine: boolean;
  readonly verifier: FaceVerifier;
}

/** One for each action of the contract; the compiler finds a missing or a further one. */
export type CertificationActions = { readonly [A in keyof CertificationApi]: CertificationAction<A, ErrorCode> };

/** The actions of the certification function. */
export function certificationActions(outside: CertificationDependencies): CertificationActions {
  const deps = { ...outside, judgeFace };
  return {
    askForHelp: askForHelp(deps),
    consent: consent(deps),
    eligibility: eligibility(deps),
    finishCertification: finishCertification(deps),
    finishRealName: finishRealName(deps),
    listHelp: listHelp(deps),
    readIdCard: readIdCard(deps),
    receipt: receipt(deps),
    records: records(deps),
    startCertification: startCertification(deps),
    startRealName: startRealName(deps),
    verifyReceipt: verifyReceipt(deps),
    withdrawHelp: withdrawHelp(deps),
  };
}
