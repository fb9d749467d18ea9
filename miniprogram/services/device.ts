/** WeChat's own text size: 1 is its standard, about 1.4 its care mode. Clients before 8.0.50 don't tell. */
export const wechatTextScale = (): number => wx.getAppBaseInfo().fontSizeScaleFactor || 1;

/** A short buzz when something was accepted, for those who look elsewhere. Phones without a motor stay quiet. */
export const confirmByTouch = () => wx.vibrateShort({ type: 'light', fail: () => undefined });
