import { tellDesk } from '../../../between/desk-channel';
import { kindOf, PRIVATE_KINDS, type PrivateInterface } from '../../../between/consent';
import { guarded, reportFault } from '../../../between/faults';
import { changeSettings, readSettings } from '../../../between/settings';
import { call, CallError, withoutPromise } from '../call';
import { showModal } from '../dialogs/dialogs';

const CONTRACT = '《模拟手机用户隐私保护指引》';

/** @see https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html */
const notAgreed = () => new CallError('privacy permission is not authorized', { errno: 104 });
const notDeclared = () => new CallError('api scope is not declared in the privacy agreement', { errno: 112 });

interface Answer {
  event: 'agree' | 'disagree' | 'exposureAuthorization';
  /** The button of `open-type="agreePrivacyAuthorization"` that was tapped. */
  buttonId?: string;
}

type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => unknown;

/** Of the mini-program; the last one counts. Without one WeChat asks by itself. */
let listener: Listener | undefined;
const tappedButtons = new Set<string>();

const agree = (): void => {
  changeSettings({ agreement: 'agreed' });
  tellDesk({ kind: 'settings-changed' });
};

/** To be called when the mini-program's own button of agreement was tapped. */
export const agreeByButton = (id: string): void => {
  tappedButtons.add(id);
  agree();
};

/** Whether the answer ends the question; WeChat checks that a button of that id was tapped. */
const isFinal = ({ event, buttonId = '' }: Answer): boolean => {
  if (event === 'exposureAuthorization') return false;
  if (event === 'disagree' || tappedButtons.has(buttonId)) return true;
  reportFault(new Error(`onNeedPrivacyAuthorization: the button "${buttonId}" was not tapped`));
  return false;
};

const askByPage = (ask: Listener, referrer: string): Promise<boolean> =>
  new Promise((resolve) => {
    const take = (answer: Answer): void => {
      if (isFinal(answer)) resolve(answer.event === 'agree');
    };
    guarded(() => ask(take, { referrer }));
  });

/** One question at a time: what is used meanwhile waits for the same answer. */
let asking: Promise<boolean> | undefined;

const askByWeChat = (): Promise<boolean> => {
  asking ??= showModal({
    title: '用户隐私保护提示',
    content: `使用前请阅读并同意${CONTRACT}`,
    confirmText: '同意',
    cancelText: '拒绝',
  }).then(({ confirm }) => {
    asking = undefined;
    return confirm;
  });
  return asking;
};

const requireAgreement = async (referrer: string): Promise<void> => {
  const { agreement } = readSettings();
  if (agreement === 'agreed') return;
  if (agreement === 'declined') throw notAgreed();
  if (!(await (listener ? askByPage(listener, referrer) : askByWeChat()))) throw notAgreed();
  agree();
};

/**
 * To be called before private information is touched.
 * @throws CallError 112 where its kind is not declared, 104 where the person does not agree to the guide
 */
export const usePrivate = async (used: PrivateInterface): Promise<void> => {
  const kind = kindOf(used);
  if (kind === undefined || readSettings().undeclared.includes(kind)) throw notDeclared();
  await requireAgreement(used);
};

const privacySetting = () => {
  const { agreement, undeclared } = readSettings();
  const declaresAny = PRIVATE_KINDS.some((kind) => !undeclared.includes(kind));
  return { needAuthorization: declaresAny && agreement !== 'agreed', privacyContractName: CONTRACT };
};

const openContract = async (): Promise<void> => {
  const content = '这里是公众平台上填写的隐私保护指引。';
  await showModal({ title: CONTRACT, content, showCancel: false, confirmText: '知道了' });
};

export const privacyApi = {
  getPrivacySetting: withoutPromise(call('getPrivacySetting', privacySetting)),
  requirePrivacyAuthorize: withoutPromise(
    call('requirePrivacyAuthorize', () => requireAgreement('requirePrivacyAuthorize')),
  ),
  openPrivacyContract: withoutPromise(call('openPrivacyContract', openContract)),
  onNeedPrivacyAuthorization: (asked: Listener): void => {
    listener = asked;
  },
};
