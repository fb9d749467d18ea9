import { isLibraryTooOld } from '../shared/library-version';

/** What an old WeChat may lack, so that the types alone say nothing. */
type Api = Partial<Pick<typeof wx, 'getAppBaseInfo' | 'updateWeChatApp'>>;

const has = (name: keyof Api): boolean => name in wx && typeof (wx as Api)[name] === 'function';

/** The version of WeChat's library; undefined where WeChat is older than what tells it. */
const libraryVersion = (): string | undefined => (has('getAppBaseInfo') ? wx.getAppBaseInfo().SDKVersion : undefined);

/** Asked before anything else: where it is true, nothing else of this app may be relied on. */
export const isWechatTooOld = (): boolean => isLibraryTooOld(libraryVersion());

/** Whether `updateWechat` can open the place where WeChat is updated; that came with library 2.12.0. */
export const canUpdateWechat = (): boolean => has('updateWeChatApp');

/** Opens it. Nothing happens where the phone has no such place: the words on the page tell the other way. */
export const updateWechat = () => {
  void wx.updateWeChatApp({ fail: ({ errMsg }) => console.warn(`WeChat is not updated: ${errMsg}`) });
};
