import { tellDesk } from '../../between/desk-channel';
import { call } from './call';

/** What the speech plugin answers in place of a recording: the words, for the browser's own voice. */
const SCHEME = 'simulator-speech:';

/** Bytes of UTF-8 that the plugin takes at once. @see https://mp.weixin.qq.com/wxopen/plugindevdoc?appid=wx069ba97219f66d99 */
const MOST_BYTES = 1000;

export const isSpeech = (src: string): boolean => src.startsWith(SCHEME);

export interface Spoken {
  started(): void;
  ended(): void;
  failed(reason: string): void;
}

/** Says it with the browser's voice, or moves the lips only. @returns what stops it */
export const speak = (src: string, isSilent: boolean, on: Spoken): (() => void) => {
  const words = decodeURIComponent(src.slice(SCHEME.length));
  tellDesk({ kind: 'device-event', what: `${isSilent ? '静音，听不见' : '说'}：${words}` });
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = 'zh-CN';
  utterance.volume = isSilent ? 0 : 1;
  utterance.addEventListener('start', () => on.started());
  utterance.addEventListener('end', () => on.ended());
  // A browser without any voice, and one that was not touched yet, fails here at once.
  utterance.addEventListener('error', ({ error }) => {
    if (error === 'canceled' || error === 'interrupted') return;
    on.failed(`the browser does not speak: ${error}`);
  });
  window.speechSynthesis.speak(utterance);
  return () => window.speechSynthesis.cancel();
};

interface SpeechOptions {
  lang: string;
  tts: boolean;
  content: string;
}

const textToSpeech = ({ lang, tts, content }: SpeechOptions): object => {
  if (!tts || lang !== 'zh_CN') throw new Error('the simulator speaks with {lang: "zh_CN", tts: true} only');
  if (new TextEncoder().encode(content).length > MOST_BYTES) throw new Error('content is too long');
  return { retcode: 0, origin: content, filename: SCHEME + encodeURIComponent(content), expired_time: 0 };
};

export const PLUGINS: Readonly<Record<string, object>> = {
  WechatSI: { textToSpeech: call('textToSpeech', textToSpeech) },
};

/** The simulator's plugins are there whether `app.json` declares them or not; WeChat has declared ones only. */
export const requirePlugin = (name: string): object => {
  const plugin = PLUGINS[name];
  if (!plugin) throw new Error(`the simulator has no plugin "${name}"`);
  return plugin;
};
