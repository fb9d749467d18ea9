import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import type { HelpRequest } from '../../../miniprogram/shared/contract/help';
import type { Relation } from '../../../miniprogram/shared/contract/family';
import type { Input, Output } from '../../../miniprogram/shared/contract/api';
import { checkDigitOf } from '../../../miniprogram/shared/id-number';
import { withCard } from './people';
import type { World } from './world';
import { must } from './outcomes';

export interface Relative {
  readonly name: string;
  readonly idNumber: string;
}

/** Another person each time who cannot be real: born on New Year's Day of 1841. */
export const relative = (number: number, name = '张三'): Relative => {
  const first17 = `61052618410101${String(number).padStart(3, '0')}`;
  return { name, idNumber: first17 + checkDigitOf(first17) };
};

/** Signs a verified person in: by card, so that name and number are proven (rule A13). */
export async function verified(world: World, openid: string, { name, idNumber }: Relative): Promise<void> {
  const card = withCard(world, { name, idNumber, phone: '', password: '' });
  must(await world.user(openid).signInWithCard(card));
}

/** Saves a relative by hand. */
export const save = async (
  world: World,
  openid: string,
  person: Relative,
  relation: Relation = 'mother',
): Promise<Output<'account', 'addContact'>['contact']> =>
  must(await world.user(openid).addContact({ ...person, relation })).contact;

/** What an account has saved, by name. */
export const contactsOf = async (world: World, openid: string) =>
  must(await world.user(openid).listContacts({})).contacts;

/** An invitation's code. */
export const inviteBy = async (world: World, openid: string, input: Input<'account', 'invite'>): Promise<string> =>
  must(await world.user(openid).invite(input)).code;

export const unit = { id: 'u-7', name: '蒲城县第一中学', phone: '0913-7212345' };
export const agency = { name: '蒲城县养老保险经办中心', phone: '0913-7200000' };

/** The agency has opened the year's cycle (rule E1). */
export function openCycle(world: World): void {
  world.queries.cycle = { year: 2026, policy: 'natural-year', opensOn: '2026-01-01', deadline: '2026-10-31', agency };
}

/** Puts somebody on the roster. @returns the id of their document */
export async function onRoster(
  world: World,
  { name, idNumber }: Relative,
  fields: Partial<Recipient> = {},
): Promise<string> {
  const id = world.hash.of('id-number', idNumber);
  await world.database.recipients.put(id, {
    name,
    idNumber,
    personKey: id,
    unit,
    payment: 'paid',
    monthlyAmount: 312_000,
    ...fields,
  });
  return id;
}

/** Asking for help, from the phone of a WeChat user. */
export const helpOn = (world: World, openid: string) => {
  const user = world.user(openid);
  return {
    ask: (input: Input<'certification', 'askForHelp'>) => user.askForHelp(input),
    list: async (): Promise<HelpRequest[]> => must(await user.listHelp({})).requests,
    withdraw: (id: string) => user.withdrawHelp({ id }),
  };
};
