/** What the phone remembers between two visits. Nothing about a person is ever kept here. */
interface Settings {
  textSize: string;
  /** `off` where guidance is not to be read aloud. */
  voice: string;
}

export const readSetting = <K extends keyof Settings>(key: K): Settings[K] | undefined => {
  const value: unknown = wx.getStorageSync(`setting.${key}`);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const writeSetting = <K extends keyof Settings>(key: K, value: Settings[K]) =>
  wx.setStorageSync(`setting.${key}`, value);
