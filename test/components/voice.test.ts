import type { Environment } from '../../miniprogram/environment';
import type * as Voice from '../../miniprogram/services/voice';

interface Spoken {
  content: string;
  success: (result: { filename: string }) => void;
}

const textToSpeech = jest.fn(({ content, success }: Spoken) => success({ filename: `${content}.mp3` }));
const requirePlugin = jest.fn(() => ({ textToSpeech }));
const player = { src: '', play: jest.fn(), destroy: jest.fn(), onError: jest.fn() };
const wx = {
  createInnerAudioContext: jest.fn(() => player),
  setInnerAudioOption: jest.fn(),
  getStorageSync: jest.fn(() => ''),
};

/** The voice of a build with or without the plugin. */
const voiceOf = (hasSpeechPlugin: boolean): typeof Voice => {
  jest.resetModules();
  const { environment } = jest.requireActual<{ environment: Environment }>('../../miniprogram/environment');
  jest.doMock('../../miniprogram/environment', () => ({ environment: { ...environment, hasSpeechPlugin } }));
  return jest.requireActual<typeof Voice>('../../miniprogram/services/voice');
};

beforeEach(() => {
  jest.clearAllMocks();
  Object.assign(globalThis, { wx, requirePlugin });
});

test('a build that does not declare the speech plugin never asks WeChat for it', () => {
  const { canSpeak, readAloud, say } = voiceOf(false);
  expect(canSpeak()).toBe(false);
  readAloud('请眨眨眼');
  say('请张嘴');
  expect(requirePlugin).not.toHaveBeenCalled();
  expect(player.play).not.toHaveBeenCalled();
});

test('a build that declares it reads aloud, also where the phone is muted', () => {
  const { canSpeak, readAloud } = voiceOf(true);
  expect(canSpeak()).toBe(true);
  readAloud('请眨眨眼');
  expect(requirePlugin).toHaveBeenCalledWith('WechatSI');
  expect(wx.setInnerAudioOption).toHaveBeenCalledWith(expect.objectContaining({ obeyMuteSwitch: false }));
  expect(player).not.toHaveProperty('obeyMuteSwitch');
  expect(player.src).toBe('请眨眨眼.mp3');
  expect(player.play).toHaveBeenCalledTimes(1);
});

test('a plugin that was taken back leaves the phone silent, and says so in the log', () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation();
  requirePlugin.mockImplementationOnce(() => {
    throw new Error('plugin is not granted');
  });
  expect(voiceOf(true).canSpeak()).toBe(false);
  expect(warn).toHaveBeenCalledWith('no speech plugin: Error: plugin is not granted');
  warn.mockRestore();
});
