import { readSettings } from '../../between/settings';
import { phoneCode } from './cloud/cloud';
import { showModal, showToast } from './dialogs/dialogs';
import { failureOf } from './call';
import { openSetting } from './consent/permissions';
import { agreeByButton, usePrivate } from './consent/privacy';
import { requireTap } from './consent/user-tap';
import { sharePage } from './share';

interface ButtonUse {
  emit: (event: string, detail: object) => void;
  /** As the template names the button. */
  id: string;
  target: unknown;
}

const PHONE = /^1\d{10}$/;

/** WeChat's own question before a number is handed out; somebody without a known number types one. */
const askForPhone = async (): Promise<string | undefined> => {
  const { phone } = readSettings();
  const answer = await showModal({
    title: '申请获取并验证你的手机号',
    content: phone,
    editable: !phone,
    placeholderText: '这部手机绑定的手机号',
    confirmText: '允许',
    cancelText: '不允许',
  });
  return answer.confirm ? (answer.content ?? phone) : undefined;
};

/** What keeps the number back before the person is asked for it. */
const refusalOfPhone = async (): Promise<object | undefined> => {
  try {
    requireTap();
    await usePrivate('button.getPhoneNumber');
    return undefined;
  } catch (cause) {
    const { errMsg, errno } = failureOf('getPhoneNumber', cause);
    return { errMsg, ...(errno !== undefined && { errno }) };
  }
};

const getPhoneNumber = async ({ emit }: ButtonUse): Promise<void> => {
  const refusal = await refusalOfPhone();
  if (refusal) return emit('getphonenumber', refusal);
  const phone = await askForPhone();
  if (phone === undefined) return emit('getphonenumber', { errMsg: 'getPhoneNumber:fail user deny', errno: 103 });
  if (!PHONE.test(phone)) return emit('getphonenumber', { errMsg: 'getPhoneNumber:fail no phone number', errno: 102 });
  try {
    emit('getphonenumber', { code: await phoneCode(phone), errMsg: 'getPhoneNumber:ok' });
  } catch (cause) {
    emit('getphonenumber', { errMsg: `getPhoneNumber:fail ${(cause as Error).message}` });
  }
};

/** What the simulator does for `<button open-type>`. */
export const openTypes = {
  getPhoneNumber,
  share: ({ target }: ButtonUse) => sharePage('button', target),
  contact: ({ emit }: ButtonUse) => {
    showToast({ title: '客服会话（模拟）', icon: 'none' });
    emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} });
    return Promise.resolve();
  },
  openSetting: async ({ emit }: ButtonUse) => {
    try {
      emit('opensetting', { errMsg: 'openSetting:ok', ...(await openSetting()) });
    } catch (cause) {
      emit('opensetting', { errMsg: failureOf('openSetting', cause).errMsg });
    }
  },
  agreePrivacyAuthorization: ({ emit, id }: ButtonUse) => {
    agreeByButton(id);
    emit('agreeprivacyauthorization', {});
    return Promise.resolve();
  },
};

export const isOpenType = (name: string): name is keyof typeof openTypes => Object.hasOwn(openTypes, name);
