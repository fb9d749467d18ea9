import { tellDesk } from '../../between/desk-channel';
import { guarded } from '../../between/faults';
import type { Shareable, ShareCard } from '../../between/share-card';
import { showModal, showToast } from './dialogs/dialogs';
import { asDataUrl } from './files/images';
import { isLocal } from './files/local-files';

/** Answers the page that is shown. */
type ShownPage = () => Shareable | undefined;

let shown: ShownPage = () => undefined;

export const sharePagesOf = (shownPage: ShownPage): void => {
  shown = shownPage;
};

/** The card that the shown page makes; WeChat fills in the name of the mini-program and the page itself. */
const cardOf = (from: 'button' | 'menu', target: unknown): ShareCard | undefined => {
  const page = shown();
  if (!page?.caller.onShareAppMessage) return undefined;
  const made = guarded(() => page.caller.onShareAppMessage?.({ from, target })) ?? {};
  return { title: document.title, path: page.url, ...made };
};

/** A file of the phone is handed over as it is: nobody else can open its path. */
const withPicture = async (card: ShareCard): Promise<ShareCard> =>
  card.imageUrl !== undefined && isLocal(card.imageUrl) ? { ...card, imageUrl: await asDataUrl(card.imageUrl) } : card;

export const canShare = (): boolean => shown()?.caller.onShareAppMessage !== undefined;

/** Shares the shown page: after the user's yes, the card lies beside the phone, for another person to open. */
export const sharePage = async (from: 'button' | 'menu', target?: unknown): Promise<void> => {
  const card = cardOf(from, target);
  if (!card) return showToast({ title: '当前页面不可转发', icon: 'none' });
  const { confirm } = await showModal({ title: '发送给朋友', content: card.title ?? '', confirmText: '发送' });
  if (confirm) tellDesk({ kind: 'shared', card: await withPicture(card) });
};
