import { CallError } from '../call';

/** Taps whose task is not over yet. */
let taps = 0;
let channel: MessageChannel | undefined;

/** Its message is delivered after the task of the tap, and before any timer that the page sets in it. */
const channelOf = (): MessageChannel => {
  if (channel) return channel;
  channel = new MessageChannel();
  channel.port1.onmessage = () => {
    taps -= 1;
  };
  return channel;
};

/** To be called when a finger has tapped, before the mini-program hears of it. */
export const beginTap = (): void => {
  taps += 1;
  channelOf().port2.postMessage(undefined);
};

/** What WeChat does only while the page answers a tap: not after a timer, and not after an answer from the network. */
export const TAP_ONLY = [
  'openSetting',
  'requestSubscribeMessage',
  'button.getPhoneNumber',
  'button.openSetting',
] as const;

/** @throws CallError in WeChat's words where no finger has tapped */
export const requireTap = (): void => {
  if (taps === 0) throw new CallError('can only be invoked by user TAP gesture.');
};
