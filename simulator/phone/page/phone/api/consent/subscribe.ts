import { call, CallError } from '../call';
import { showSwitches } from '../dialogs/dialogs';
import { requireTap } from './user-tap';

/** Templates that one question may hold. */
const MOST_TEMPLATES = 3;

type Outcome = Record<string, 'accept' | 'reject'>;

/** @see https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html */
const requestSubscribeMessage = async ({ tmplIds = [] }: { tmplIds?: string[] }): Promise<Outcome> => {
  requireTap();
  if (tmplIds.length === 0) throw new CallError("TmplIds can't be empty", { errCode: 10001 });
  if (tmplIds.length > MOST_TEMPLATES) throw new CallError('Templates count out of max bounds', { errCode: 20003 });
  const answers = await showSwitches(
    '申请给你发送消息',
    tmplIds.map((label) => ({ label, on: true })),
  );
  return Object.fromEntries(tmplIds.map((id, place) => [id, answers[place] === true ? 'accept' : 'reject']));
};

export const subscribeApi = {
  requestSubscribeMessage: call('requestSubscribeMessage', requestSubscribeMessage),
};
