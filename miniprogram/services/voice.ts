import { environment } from '../environment';
import { readSetting, writeSetting } from './settings';

/**
 * Reads aloud what stands on the screen, never more. It takes WeChat's speech plugin (同声传译, `WechatSI`), which the
 * build declares in app.json where the operator's environment says that the app has been granted it; without it the phone
 * is silent, and the words on the screen are enough. The simulator has the plugin and speaks with the browser's voice.
 */
interface Speech {
  textToSpeech(options: {
    lang: 'zh_CN';
    tts: true;
    content: string;
    success: (result: { filename: string }) => void;
    fail: (failure: { msg?: string; errMsg?: string }) => void;
  }): void;
}

/** WeChat throws for a plugin that has been taken back, or that could not be fetched. The words are on the screen. */
const findSpeech = (): Speech | undefined => {
  if (!environment.hasSpeechPlugin) return undefined;
  try {
    return requirePlugin('WechatSI') as Speech;
  } catch (cause) {
    console.warn(`no speech plugin: ${String(cause)}`);
    return undefined;
  }
};

let speech: { found: Speech | undefined } | undefined;
const plugin = () => (speech ??= { found: findSpeech() }).found;

let player: WechatMiniprogram.InnerAudioContext | undefined;
/** Of the newest request: an older one that comes late is not played. */
let newest = 0;

/** For the whole app; since library 2.3.0 a player's own `obeyMuteSwitch` changes nothing. */
const soundThroughMuteSwitch = () =>
  wx.setInnerAudioOption({
    obeyMuteSwitch: false,
    fail: ({ errMsg }) => console.warn(`silent where the phone is: ${errMsg}`),
  });

const play = (filename: string) => {
  player?.destroy();
  soundThroughMuteSwitch();
  player = wx.createInnerAudioContext();
  player.onError(({ errMsg }) => console.warn(`not read aloud: ${errMsg}`));
  player.src = filename;
  player.play();
};

/** Whether this phone can read aloud at all. */
export const canSpeak = (): boolean => plugin() !== undefined;

/** On unless the person has switched it off. */
export const isVoiceOn = (): boolean => readSetting('voice') !== 'off';

export const setVoice = (on: boolean) => writeSetting('voice', on ? 'on' : 'off');

/** Reads these words aloud, whatever the setting: the person has asked for it. Whatever is being read stops. */
export const readAloud = (words: string) => {
  newest += 1;
  const request = newest;
  plugin()?.textToSpeech({
    lang: 'zh_CN',
    tts: true,
    content: words,
    success: ({ filename }) => {
      if (request === newest) play(filename);
    },
    fail: ({ msg, errMsg }) => console.warn(`not read aloud: ${msg ?? errMsg ?? 'no reason given'}`),
  });
};

/** Reads these words aloud where the voice is on. */
export const say = (words: string) => {
  if (isVoiceOn()) readAloud(words);
};

export const hush = () => {
  newest += 1;
  player?.destroy();
  player = undefined;
};
