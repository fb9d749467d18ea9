import { defineElement, type Element, type Life } from './element';

interface Choice {
  value: string;
  checked: boolean;
  disabled: boolean;
  color: string;
}

interface Group {
  name: string;
}

const NONE = { type: String, value: '' } as const;
const CHOICE = { value: NONE, checked: Boolean, disabled: Boolean, color: NONE };

/** A group's hold on the choices inside it. */
interface Member {
  value: () => string;
  isChecked: () => boolean;
  uncheck: () => void;
}

const members = new WeakMap<globalThis.Element, Member>();
const groups = new WeakMap<globalThis.Element, (chosen: Member) => void>();

const membersIn = (host: HTMLElement): Member[] =>
  [...host.querySelectorAll('wx-checkbox,wx-radio')].flatMap((element) => members.get(element) ?? []);

const choice = (role: 'checkbox' | 'radio') =>
  defineElement<Choice>(role, CHOICE, (element): Life => {
    const member: Member = {
      value: () => element.data.value,
      isChecked: () => element.data.checked,
      uncheck: () => element.set({ checked: false }),
    };
    members.set(element.host, member);
    const activate = (): void => {
      const { checked, disabled } = element.data;
      if (disabled || (role === 'radio' && checked)) return;
      element.set({ checked: !checked });
      const group = element.host.closest(`wx-${role}-group`);
      if (group) groups.get(group)?.(member);
    };
    element.node.addListener('tap', activate);
    return {
      changed: () => describe(element, role),
      control: { name: () => '', value: member.value, reset: member.uncheck, activate },
    };
  });

const describe = ({ host, data }: Element<{ checked: boolean; disabled: boolean }>, role: string): void => {
  if (!host.hasAttribute('role')) host.setAttribute('role', role);
  host.setAttribute('aria-checked', String(data.checked));
  host.setAttribute('aria-disabled', String(data.disabled));
};

const checkboxGroup = defineElement<Group>('checkbox-group', { name: NONE }, (element) => {
  const value = (): string[] => membersIn(element.host).flatMap((member) => (member.isChecked() ? member.value() : []));
  groups.set(element.host, () => element.emit('change', { value: value() }));
  return { control: { name: () => element.data.name, value, reset: () => uncheckAll(element) } };
});

const radioGroup = defineElement<Group>('radio-group', { name: NONE }, (element) => {
  const value = (): string =>
    membersIn(element.host)
      .find((member) => member.isChecked())
      ?.value() ?? '';
  element.host.setAttribute('role', 'radiogroup');
  groups.set(element.host, (chosen) => {
    for (const member of membersIn(element.host)) if (member !== chosen) member.uncheck();
    element.emit('change', { value: chosen.value() });
  });
  return { control: { name: () => element.data.name, value, reset: () => uncheckAll(element) } };
});

const uncheckAll = ({ host }: Element<Group>): void => {
  for (const member of membersIn(host)) member.uncheck();
};

interface Switch {
  name: string;
  checked: boolean;
  disabled: boolean;
  color: string;
  type: string;
}

const SWITCH = {
  name: NONE,
  checked: Boolean,
  disabled: Boolean,
  color: NONE,
  type: { type: String, value: 'switch' },
};

const toggle = defineElement<Switch>('switch', SWITCH, (element) => {
  const activate = (): void => {
    if (element.data.disabled) return;
    element.set({ checked: !element.data.checked });
    element.emit('change', { value: element.data.checked });
  };
  element.node.addListener('tap', activate);
  return {
    changed: () => describe(element, 'switch'),
    control: {
      name: () => element.data.name,
      value: () => element.data.checked,
      reset: () => element.set({ checked: false }),
      activate,
    },
  };
});

export const choiceElements = [choice('checkbox'), choice('radio'), checkboxGroup, radioGroup, toggle];
