/** Tells each time the phone is connected again. @returns what ends it */
export const onNetworkBack = (back: () => void): (() => void) => {
  const changed = (network: object) => {
    if ('isConnected' in network && network.isConnected === true) back();
  };
  wx.onNetworkStatusChange(changed);
  return () => wx.offNetworkStatusChange(changed);
};
