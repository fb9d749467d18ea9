import { assetUrl } from '../asset-url';
import { readSettings } from '../../between/settings';
import { call } from './call';
import { Channel } from './events';
import { isSpeech, speak } from './speech';

/** WeChat's code for a file that cannot be played. */
const BAD_FILE = 10003;

interface AudioFault {
  errCode: number;
  errMsg: string;
}

/** Whether the sounds of the mini-program keep still while the phone's switch says so; one answer for all of them. */
let obeysMuteSwitch = true;

interface AudioOptions {
  obeyMuteSwitch?: boolean;
  mixWithOther?: boolean;
  speakerOn?: boolean;
}

const setInnerAudioOption = ({ obeyMuteSwitch = obeysMuteSwitch }: AudioOptions): void => {
  obeysMuteSwitch = obeyMuteSwitch;
};

const isSilent = (): boolean => obeysMuteSwitch && readSettings().muted;

/**
 * `wx.createInnerAudioContext`: plays files with the browser, and speech with its voice.
 * Every field has a value from the beginning: what refuses unknown names stands between the page and this.
 */
class InnerAudioContext {
  private readonly player = new Audio();
  private readonly canplay = new Channel<[]>();
  private readonly played = new Channel<[]>();
  private readonly paused = new Channel<[]>();
  private readonly stopped = new Channel<[]>();
  private readonly ended = new Channel<[]>();
  private readonly failed = new Channel<[AudioFault]>();
  private source = '';
  private silence: (() => void) | undefined = undefined;
  /** Without effect since library 2.3.0: `wx.setInnerAudioOption` speaks for all. */
  obeyMuteSwitch = true;

  readonly onCanplay = this.canplay.on;
  readonly offCanplay = this.canplay.off;
  readonly onPlay = this.played.on;
  readonly offPlay = this.played.off;
  readonly onPause = this.paused.on;
  readonly offPause = this.paused.off;
  readonly onStop = this.stopped.on;
  readonly offStop = this.stopped.off;
  readonly onEnded = this.ended.on;
  readonly offEnded = this.ended.off;
  readonly onError = this.failed.on;
  readonly offError = this.failed.off;

  constructor() {
    this.player.addEventListener('canplay', () => this.canplay.emit());
    this.player.addEventListener('playing', () => this.played.emit());
    this.player.addEventListener('ended', () => this.ended.emit());
    this.player.addEventListener('error', () => this.fail(this.player.error?.message ?? 'cannot be played'));
  }

  get src(): string {
    return this.source;
  }

  set src(src: string) {
    this.silence?.();
    this.silence = undefined;
    this.source = src;
    if (isSpeech(src) || src === '') this.player.removeAttribute('src');
    else this.player.src = assetUrl(src, '');
    if (src !== '' && this.autoplay) this.play();
  }

  get autoplay(): boolean {
    return this.player.autoplay;
  }

  set autoplay(value: boolean) {
    this.player.autoplay = value;
  }

  get volume(): number {
    return this.player.volume;
  }

  set volume(value: number) {
    this.player.volume = value;
  }

  play(): void {
    this.player.muted = isSilent();
    if (!isSpeech(this.source)) return void this.player.play().catch((cause: Error) => this.fail(cause.message));
    this.silence?.();
    this.silence = speak(this.source, isSilent(), {
      started: () => this.played.emit(),
      ended: () => this.ended.emit(),
      failed: (reason) => this.fail(reason),
    });
  }

  pause(): void {
    this.player.pause();
    this.silence?.();
    this.paused.emit();
  }

  stop(): void {
    this.player.pause();
    this.player.currentTime = 0;
    this.silence?.();
    this.silence = undefined;
    this.stopped.emit();
  }

  destroy(): void {
    for (const channel of [this.canplay, this.played, this.paused, this.stopped, this.ended, this.failed])
      channel.off();
    this.player.pause();
    this.silence?.();
  }

  private fail(errMsg: string): void {
    this.failed.emit({ errCode: BAD_FILE, errMsg });
  }
}

export const soundApi = (refusing: (api: object, name: string) => object) => {
  return {
    createInnerAudioContext: (): object => refusing(new InnerAudioContext(), 'InnerAudioContext'),
    setInnerAudioOption: call('setInnerAudioOption', setInnerAudioOption),
  };
};
