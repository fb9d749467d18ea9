import { CaptureSession } from './capture-session';
import { guidanceOf, panelOf, wayOn } from './view-model';
import type { Guidance, WayOn } from './view-model';
import { describe } from '../../copy/errors';
import { face } from '../../copy/face';
import { cameraFaults } from '../../copy/permissions';
import { cameraFault, leaveCamera } from '../../services/camera';
import { callByTouch, confirmByTouch, keepScreenOn, settingsPlace } from '../../services/device';
import { askBeforeLeaving, goBack, openPage, replacePage, restartAt, scrollToTop } from '../../services/navigation';
import { onNetworkBack } from '../../services/network';
import { isMended, openMending } from '../../services/permissions';
import type { Canvas } from '../../services/still-picture';
import { canSpeak, hush, readAloud, say } from '../../services/voice';
import { isDenial } from '../../shared/denial';
import type { CameraFault, Failure } from '../../shared/denial';
import { bindStore } from '../../stores/bind-store';
import { faceCheck } from '../../stores/face-check';
import type { FaceCheckStore } from '../../stores/face-check';
import { textSize } from '../../stores/text-size';
import { personRefToQuery } from '../../stores/person-ref';
import { openWayOut } from '../../stores/way-out';

/** Advice that is said again and again is noise. Milliseconds. */
const ADVICE_GAP_MS = 6000;

type Position = 'front' | 'back';

interface CameraErrorEvent {
  detail: Failure;
}

const captures = new WeakMap<object, CaptureSession>();
const lastAdvice = new WeakMap<object, number>();
/** Pages that are giving way to another one with a camera, and pages that are gone. */
const leaving = new WeakSet<object>();
const gone = new WeakSet<object>();
/** What ends the watch over the network. */
const watches = new WeakMap<object, () => void>();

const percentOf = ({ phase, sent, shots }: FaceCheckStore): number =>
  phase === 'sending' ? (100 * sent) / Math.max(1, shots.length) : 100;

const atFirst: { position: Position; fault: CameraFault | ''; wayOn: WayOn | undefined } = {
  position: 'front',
  fault: '',
  wayOn: undefined,
};

/** Where the live face is shown, for certifying and for real-name verification alike. */
Component({
  behaviors: [
    bindStore(textSize, { scale: (store) => store.scale }),
    bindStore(faceCheck, {
      phase: (store) => store.phase,
      way: (store) => store.way,
      challengeId: (store) => store.challenge?.challengeId ?? '',
      refusal: (store) => store.trouble && describe(store.trouble),
      wayOn: (store) => store.trouble && wayOn(store.trouble, store.phase),
      percent: percentOf,
      sentWords: (store) => face.sending.count(store.sent, store.shots.length),
    }),
  ],
  data: {
    copy: face,
    ...atFirst,
    guidance: guidanceOf('opening', undefined, undefined, false),
    canHear: canSpeak(),
    isChoosing: false,
    isStuck: false,
    /** Gone to another page, to come back and begin anew. */
    isAway: false,
    hasCamera: true,
    faultWords: cameraFaults('other').stopped,
    panel: '',
  },
  observers: {
    challengeId(id: string) {
      if (id === '') captures.get(this)?.pause();
      else if (faceCheck.challenge) captures.get(this)?.ask(faceCheck.challenge.actions);
    },
    phase(phase: string) {
      if (phase === 'decided') this.leaveFor();
    },
    'fault, refusal, phase, isChoosing, isStuck'() {
      const panel = panelOf({ ...this.data, isRefused: Boolean(this.data.refusal) });
      if (panel === this.data.panel) return;
      this.setData({ panel });
      scrollToTop();
    },
  },
  pageLifetimes: {
    show() {
      textSize.refresh();
      keepScreenOn(true);
      if (this.data.isAway) void this.restart();
      else void this.tryAgain();
      this.resume();
    },
    /** Another page may need the camera. */
    hide() {
      this.interrupt();
      captures.get(this)?.close();
      this.setData({ hasCamera: false });
    },
  },
  methods: {
    onLoad({ position }: { position?: string }) {
      this.setData({ position: position === 'back' ? 'back' : 'front' });
      if (!faceCheck.request) return void restartAt('home');
      askBeforeLeaving(face.leave);
      watches.set(
        this,
        onNetworkBack(() => this.resume()),
      );
      void faceCheck.start();
    },
    /** What was being sent when the phone lost its network, or was put away, needs no touch to go on. */
    resume() {
      if (this.data.hasCamera || faceCheck.challenge) void faceCheck.resume();
    },
    onUnload() {
      gone.add(this);
      watches.get(this)?.();
      captures.get(this)?.close();
      hush();
      keepScreenOn(false);
      faceCheck.interrupt();
    },
    onCamera() {
      this.createSelectorQuery()
        .select('#still')
        .node(({ node }) => this.openCapture(node as Canvas))
        .exec();
    },
    openCapture(canvas: Canvas) {
      captures.get(this)?.close();
      const capture: CaptureSession = new CaptureSession(canvas, {
        changed: () => this.onGuide(capture),
        taken: (shots) => void faceCheck.submit(shots),
        failed: (detail) => void this.onCameraError({ detail }),
      });
      captures.set(this, capture);
      if (faceCheck.challenge) capture.ask(faceCheck.challenge.actions);
      void capture.open();
    },
    async onCameraError({ detail }: CameraErrorEvent) {
      this.onFault(await cameraFault(detail));
    },
    onCameraStop() {
      this.interrupt();
    },
    interrupt() {
      if (faceCheck.phase !== 'starting' && faceCheck.phase !== 'guiding') return;
      faceCheck.interrupt();
      this.onFault('stopped');
    },
    onFault(fault: CameraFault) {
      captures.get(this)?.close();
      hush();
      // What comes after the first fault comes of it.
      if (this.data.fault !== '') return;
      this.setData({ fault, faultWords: cameraFaults(settingsPlace())[fault], hasCamera: false });
    },
    onGuide(capture: CaptureSession) {
      const before = this.data.guidance;
      const guidance = guidanceOf(capture.sight, capture.progress, capture.advice, this.data.position === 'back');
      if (JSON.stringify(before) !== JSON.stringify(guidance)) this.setData({ guidance });
      this.tell(before, guidance, capture);
      const isStuck = capture.progress?.isStuck ?? false;
      if (isStuck !== this.data.isStuck) this.setData({ isStuck });
    },
    /** Aloud and by touch what has changed on the screen. */
    tell(before: Guidance, now: Guidance, capture: CaptureSession) {
      if (!capture.progress || capture.progress.isStuck) return;
      const isAccepted = before.picture !== 'ahead' && now.picture === 'ahead' && capture.progress.place > 0;
      if (isAccepted && capture.sight === 'by-time') callByTouch();
      else if (isAccepted) confirmByTouch();
      if (before.instruction !== now.instruction) {
        if (capture.progress.place === 1) void faceCheck.renewStaleChallenge();
        lastAdvice.set(this, Date.now());
        say(`${now.instruction}。${now.note}`);
      } else if (now.advice !== '' && before.advice !== now.advice && this.mayAdvise()) say(now.advice);
    },
    mayAdvise() {
      const now = Date.now();
      if (now - (lastAdvice.get(this) ?? 0) < ADVICE_GAP_MS) return false;
      lastAdvice.set(this, now);
      return true;
    },
    onHear() {
      const { instruction, note, advice } = this.data.guidance;
      readAloud(`${instruction}。${advice || note}`);
    },
    onChoices() {
      hush();
      captures.get(this)?.hold();
      this.setData({ isChoosing: true });
    },
    async onAgain() {
      const capture = captures.get(this);
      if (capture?.hasNeverFoundAFace && capture.progress?.isStuck) capture.giveUpFinding();
      capture?.pause();
      this.setData({ isChoosing: false, isStuck: false });
      await faceCheck.start();
    },
    onGentle() {
      faceCheck.choose('gentle');
      return this.onAgain();
    },
    onTurn() {
      return this.restart(this.data.position === 'front' ? 'back' : 'front');
    },
    onHelp() {
      const { request } = faceCheck;
      void openPage('ask-for-help', request ? { contact: personRefToQuery(request.whom) } : {});
    },
    onLeave() {
      askBeforeLeaving(undefined);
      void goBack();
    },
    async onMend() {
      const { fault, faultWords } = this.data;
      if (faultWords.way === 'help') return this.onHelp();
      if (fault === '' || !isDenial(fault) || faultWords.way !== 'mend') return this.restart();
      await openMending(fault);
      await this.tryAgain();
    },
    /** Back from the settings, whoever opened them: goes on by itself where they no longer stand in the way. */
    async tryAgain() {
      const { fault, faultWords } = this.data;
      if (fault === '' || !isDenial(fault) || faultWords.way !== 'mend') return;
      if (await isMended('camera', fault)) await this.restart();
    },
    onWayOn() {
      const way = this.data.wayOn?.way;
      const isHere = way === undefined || way === 'again' || way === 'face';
      if (isHere && !faceCheck.challenge && !this.data.hasCamera) return void this.restart();
      if (isHere) return void faceCheck.goOn();
      this.setData({ isAway: true });
      if (way === 'id-card') this.openCard();
      else void openWayOut(way);
    },
    /** The card of whose face it is: a step of real-name verification (rules B2, B4). */
    openCard() {
      const { request } = faceCheck;
      const whom = request?.purpose === 'certification' ? { whom: personRefToQuery(request.whom) } : {};
      void openPage('real-name', { step: 'card', ...whom });
    },
    /** The page anew: a `<camera>` that has failed or stopped does not surely come back by itself. */
    async restart(position?: Position) {
      if (leaving.has(this)) return;
      leaving.add(this);
      captures.get(this)?.close();
      await leaveCamera(this);
      if (!gone.has(this)) void replacePage('face', { position: position ?? this.data.position });
    },
    leaveFor() {
      hush();
      confirmByTouch();
      askBeforeLeaving(undefined);
      void replacePage('face-result');
    },
  },
});
