import { component } from 'glass-easel-miniprogram-adapter';
import { reportFault } from '../../between/faults';

/** Characters of JSON that one `setData` may hand over. @see https://developers.weixin.qq.com/miniprogram/dev/framework/performance/tips/runtime_setData.html */
const MOST = 1024 * 1024;

interface Caller {
  setData: (this: Caller, data: object, callback?: () => void) => void;
}

/** Makes `setData` fail as on a phone, where what is handed over crosses from one thread to another as text. */
export const limitData = (): void => {
  const caller = component.ComponentCaller.prototype as unknown as Caller;
  const { setData } = caller;
  caller.setData = function (data, callback) {
    const { length } = JSON.stringify(data);
    if (length <= MOST) return setData.call(this, data, callback);
    reportFault(new Error(`invokeWebviewMethod 数据传输长度为 ${length} 已经超过最大长度 ${MOST}`));
  };
};
