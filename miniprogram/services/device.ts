/** WeChat's own text size: 1 is its standard, about 1.4 its care mode. Clients before 8.0.50 don't tell; older ones can't be asked. */
export const wechatTextScale = (): number => {
  const { getAppBaseInfo } = wx as Partial<Pick<typeof wx, 'getAppBaseInfo'>>;
  return getAppBaseInfo?.().fontSizeScaleFactor || 1;
};

/** Whose settings the phone has; they lead to the same switch by other ways. */
export const settingsPlace = (): 'ios' | 'android' | 'other' => {
  const { platform } = wx.getDeviceInfo();
  return platform === 'ios' || platform === 'android' ? platform : 'other';
};

/** A short buzz when something was accepted, for those who look elsewhere. Phones without a motor stay quiet. */
export const confirmByTouch = () => wx.vibrateShort({ type: 'light', fail: () => undefined });

/** Shows the number to be called; the phone itself asks once more. Nothing happens where the person says no. */
export const dial = (phoneNumber: string) => wx.makePhoneCall({ phoneNumber, fail: () => undefined });

/** A longer buzz: for whoever has closed their eyes, or holds the phone away from them. */
export const callByTouch = () => wx.vibrateLong({ fail: () => undefined });

/** A screen that goes dark in the middle of a task frightens people; without this it does after half a minute. */
export const keepScreenOn = (on: boolean) => wx.setKeepScreenOn({ keepScreenOn: on, fail: () => undefined });
