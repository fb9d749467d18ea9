import { changeSettings, readSettings, type Person } from '../between/settings';
import { button, make, section } from './dom';
import { otherPhone, type PhoneFrame } from './phone-frame';

const STRANGER = '还没有用过的人';

const describe = (person: Person): HTMLElement =>
  make(
    'p',
    { class: 'note' },
    `${person.phone ? `手机 ${person.phone}。` : ''}身份证号 ${person.idNumber}。${person.note}`,
  );

const hand = (frame: PhoneFrame, openid: string, phone: string): void => {
  changeSettings({ openid, phone });
  frame.restart();
};

/** Who holds the phone: the people of the county, or somebody whom the system has never seen. */
export const holderSection = (people: Person[], frame: PhoneFrame): HTMLElement => {
  const note = make('div');
  const openid = make('code');
  const choice = make('select', { 'aria-label': '拿着手机的人' });
  const guest = readSettings().openid;
  for (const { id, label } of people) choice.append(new Option(label, id));
  choice.append(new Option(STRANGER, ''));
  const show = (): void => {
    const person = people.find((candidate) => candidate.openid === readSettings().openid);
    choice.value = person?.id ?? '';
    note.replaceChildren(...(person ? [describe(person)] : []));
    openid.textContent = readSettings().openid;
  };
  choice.addEventListener('change', () => {
    const person = people.find(({ id }) => id === choice.value);
    const unknown = people.some((candidate) => candidate.openid === guest)
      ? `o-guest-${Date.now().toString(36)}`
      : guest;
    hand(frame, person?.openid ?? unknown, person?.phone ?? '');
    show();
  });
  show();
  const another = button('再开一部手机', () => void window.open(otherPhone({ as: choice.value })));
  return section('谁拿着手机', choice, note, make('p', { class: 'note' }, 'openid：', openid), another);
};
