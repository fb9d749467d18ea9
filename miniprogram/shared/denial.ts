/**
 * Why WeChat does not let this app use the camera, the album or the phone number:
 *
 * - `guide-declined`: the person has not agreed to the app's privacy guide (errno 104);
 * - `not-granted`: the operator's privacy guide leaves it out (errno 112), or WeChat gives it to this app not at all;
 * - `scope-denied`: the person has said no to this very permission, and WeChat does not ask a second time;
 * - `system-denied`: the phone's own settings close it to WeChat as a whole;
 * - `unknown`: anything else.
 */
export const denials = ['guide-declined', 'not-granted', 'scope-denied', 'system-denied', 'unknown'] as const;

export type Denial = (typeof denials)[number];

/** What WeChat hands to `fail`, or puts into the detail of an event. */
export interface Failure {
  readonly errMsg?: string;
  readonly errno?: number;
}

/** What the settings say; undefined where nobody was asked yet, or WeChat does not tell. */
export interface Settings {
  /** The person's answer to this permission. */
  readonly scope?: boolean | undefined;
  /** Whether the phone lets WeChat use it. */
  readonly system?: boolean | undefined;
}

const GUIDE_DECLINED = 104;
const NOT_DECLARED = 112;
/** The operator's package of phone numbers is used up. */
const PACKAGE_USED_UP = 1400001;

/** Each system has words of its own, and an older WeChat has no numbers. The first that fits counts. */
const phrases: readonly (readonly [Denial, RegExp])[] = [
  ['guide-declined', /privacy permission is not authorized/i],
  ['not-granted', /privacy agreement|:fail no permission/i],
  ['system-denied', /system permission/i],
  ['scope-denied', /auth[a-z]* den|user deny|authorize no response|permission|not.{0,6}authorized/i],
];

const numbers: Readonly<Record<number, Denial>> = {
  [GUIDE_DECLINED]: 'guide-declined',
  [NOT_DECLARED]: 'not-granted',
  [PACKAGE_USED_UP]: 'not-granted',
};

const said = ({ errMsg = '', errno }: Failure): Denial | undefined =>
  (errno === undefined ? undefined : numbers[errno]) ?? phrases.find(([, phrase]) => phrase.test(errMsg))?.[0];

/** The privacy guide comes first, then the phone's settings, then the person's answer: so does WeChat look at them. */
export const denialOf = (failure: Failure, { scope, system }: Settings = {}): Denial => {
  const denial = said(failure);
  if (denial === 'guide-declined' || denial === 'not-granted') return denial;
  if (system === false) return 'system-denied';
  if (scope === false) return 'scope-denied';
  return denial ?? 'unknown';
};

/** Why there is no picture: a denial, used by another app, none in this phone, or interrupted. */
export const cameraFaults = [...denials, 'in-use', 'none', 'stopped'] as const;

export type CameraFault = (typeof cameraFaults)[number];

/** WeChat says so in words only, and each system in its own. */
const machineFaults: readonly (readonly [CameraFault, RegExp])[] = [
  ['in-use', /in use|busy|occup|only one camera|open.*fail/i],
  ['none', /no camera|no device|not (found|support)/i],
];

/** What a denial leaves unknown, the machine may have said. */
export const cameraFaultOf = (denial: Denial, { errMsg = '' }: Failure): CameraFault =>
  denial === 'unknown' ? (machineFaults.find(([, words]) => words.test(errMsg))?.[0] ?? 'unknown') : denial;

/** A denial may have a place where it is taken back; the other faults have none. */
export const isDenial = (fault: CameraFault): fault is Denial => denials.some((denial) => denial === fault);

/** Of choosing a photograph, for which WeChat has no permission of its own: what sounds like one is the phone's. */
export const photoDenials = ['guide-declined', 'not-granted', 'system-denied', 'unknown'] as const;

export type PhotoDenial = (typeof photoDenials)[number];

export const photoDenialOf = (denial: Denial): PhotoDenial => (denial === 'scope-denied' ? 'system-denied' : denial);
