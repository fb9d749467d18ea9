import type { ShareCard } from '../between/share-card';
import type { Person } from '../between/settings';
import { button, make, section } from './dom';
import { otherPhone } from './phone-frame';

export interface SharedCards {
  element: HTMLElement;
  add(card: ShareCard): void;
}

/** Cards that were shared from the phone; another person opens one in a tab of their own. */
export const sharedCardsSection = (people: Person[]): SharedCards => {
  const list = make('ul', { class: 'cards' });
  const element = section('转发出的卡片', list);
  element.hidden = true;
  const add = ({ title = '', path = '', imageUrl }: ShareCard): void => {
    const holder = make('select', { 'aria-label': '打开卡片的人' }, new Option('还没有用过的人', ''));
    for (const { id, label } of people) holder.append(new Option(label, id));
    const open = button('打开', () => void window.open(otherPhone({ as: holder.value }, path)));
    const picture = imageUrl ? [make('img', { src: imageUrl.replace(/^\//, 'app/'), alt: '' })] : [];
    list.prepend(
      make('li', {}, make('strong', {}, title), ...picture, make('p', { class: 'note' }, path), holder, open),
    );
    element.hidden = false;
  };
  return { element, add };
};
