import type { Input, Output } from '../../../miniprogram/shared/contract/api';
import type { World } from './world';
import { must } from './outcomes';

/** People who cannot be real: born before 1890. Phones of nobody in particular. */
export const wang = { name: '王桂英', idNumber: '610526184001010029', phone: '13800000001', password: 'Pucheng2026' };
export const li = { name: '李德福', idNumber: '61052618450312101X', phone: '13800000002', password: 'Weinan2026' };

type Person = typeof wang;

/** The registration form as the person fills it in. */
export const formOf = (person: Person, smsCode: string): Input<'account', 'register'> => ({
  ...person,
  smsCode,
  passwordAgain: person.password,
});

/** Registers somebody, whose WeChat user is then signed in. */
export async function registered(
  world: World,
  openid: string,
  person: Person = wang,
): Promise<Output<'account', 'register'>> {
  const smsCode = await world.receiveCode(person.phone, 'register', openid);
  return must(await world.user(openid).register(formOf(person, smsCode)));
}

/** Gives somebody an activated social-security card. */
export function withCard(
  world: World,
  person: Person = wang,
  password = '246810',
): { idNumber: string; cardPassword: string } {
  world.socialSecurityCards.cards.set(person.idNumber, { name: person.name, password, activated: true });
  return { idNumber: person.idNumber, cardPassword: password };
}
