import { closeDialogs, showActionSheet, showModal } from '../api/dialogs/dialogs';
import { canShare, sharePage } from '../api/share';
import { whileAway } from './background';
import { reportFault } from '../../between/faults';
import type { PageStack } from './page-stack';
import { part } from './screen';

const SHARE = '转发给朋友';
const RESTART = '重新进入小程序';

const openMenu = async (): Promise<void> => {
  const items = [...(canShare() ? [SHARE] : []), RESTART];
  const chosen = await showActionSheet(items);
  const item = chosen === undefined ? undefined : items[chosen];
  if (item === SHARE) await sharePage('menu');
  if (item === RESTART) window.location.reload();
};

/** @see https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.enableAlertBeforeUnload.html */
const goBack = async (stack: PageStack): Promise<void> => {
  closeDialogs();
  const content = stack.top?.leaveQuestion;
  if (content !== undefined && !(await showModal({ title: '提示', content })).confirm) return;
  stack.navigateBack(1);
};

const leave = async (): Promise<void> => {
  await whileAway(() =>
    showModal({ title: '小程序已退到后台', content: '', showCancel: false, confirmText: '回到小程序' }),
  );
};

const orReport =
  (run: () => Promise<void>): (() => void) =>
  () =>
    void run().catch((cause: unknown) => reportFault(cause));

/** Brings the buttons of the frame to life: back, menu, close. */
export const connectFrame = (stack: PageStack): void => {
  part('back').addEventListener(
    'click',
    orReport(() => goBack(stack)),
  );
  part('menu').addEventListener('click', orReport(openMenu));
  part('close').addEventListener('click', orReport(leave));
};

/** Keeps the clock in the status bar, the machine's and in China Standard Time, right to the minute. */
export const showTime = (): void => {
  const show = (): void => {
    part('time').textContent = new Date().toLocaleTimeString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      minute: '2-digit',
    });
  };
  show();
  window.setInterval(show, 10_000);
};
