import { tellDesk } from '../../between/desk-channel';
import { call } from './call';
import { usePrivate } from './consent/privacy';
import { hideToast, showActionSheet, showLoading, showModal, showToast, type ModalOptions } from './dialogs/dialogs';

const vibrate = (milliseconds: number): void => {
  tellDesk({ kind: 'device-event', what: milliseconds > 100 ? '长振动' : '短振动' });
  // Chromium refuses, without a fault, before the first tap on the page.
  navigator.vibrate(milliseconds);
};

const dial = async ({ phoneNumber }: { phoneNumber: string }): Promise<void> => {
  const { confirm } = await showModal({ title: '拨打电话', content: phoneNumber, confirmText: '呼叫' });
  if (!confirm) throw new Error('cancel');
  tellDesk({ kind: 'device-event', what: `拨打 ${phoneNumber}` });
};

const choose = async ({ itemList, alertText }: { itemList: string[]; alertText?: string }): Promise<object> => {
  if (itemList.length > 6) throw new Error('parameter error: itemList should not be larger than 6');
  const tapIndex = await showActionSheet(itemList, alertText);
  if (tapIndex === undefined) throw new Error('cancel');
  return { tapIndex };
};

/** The clipboard is the phone's own, so that reading it back asks for no permission of the browser. */
let clipboard = '';

const copy = async ({ data }: { data: string }): Promise<void> => {
  await usePrivate('setClipboardData');
  clipboard = data;
  showToast({ title: '内容已复制' });
  if (document.hasFocus()) await navigator.clipboard.writeText(data);
};

const paste = async (): Promise<object> => {
  await usePrivate('getClipboardData');
  return { data: clipboard };
};

export const interactionApi = {
  showToast: call('showToast', showToast),
  hideToast: call('hideToast', hideToast),
  showLoading: call('showLoading', showLoading),
  hideLoading: call('hideLoading', hideToast),
  showModal: call('showModal', (options: ModalOptions) => showModal(options)),
  showActionSheet: call('showActionSheet', choose),
  makePhoneCall: call('makePhoneCall', dial),
  vibrateShort: call('vibrateShort', () => vibrate(15)),
  vibrateLong: call('vibrateLong', () => vibrate(400)),
  setClipboardData: call('setClipboardData', copy),
  getClipboardData: call('getClipboardData', paste),
  hideKeyboard: call('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
};
