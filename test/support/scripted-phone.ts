import path from 'node:path';
import type { Contact } from '../../miniprogram/shared/contract/family';
import type { HelpRequest } from '../../miniprogram/shared/contract/help';
import type { Me } from '../../miniprogram/shared/contract/account';
import { Person } from './person';
import { setUpPhone } from './phone';
import type { PhoneStand } from './phone';
import { ScriptedFunctions } from './scripted-functions';

/** WeChat's text sizes at which every page is looked at. */
export const textSizes = [
  ['normal', 1],
  ['largest', 1.5],
] as const;

/** The mini-program on a phone whose cloud says what a test wants it to say; uploads arrive. */
export class ScriptedPhone {
  readonly functions = new ScriptedFunctions();
  private stand: PhoneStand | undefined;

  async open(): Promise<void> {
    const root = path.resolve(__dirname, '../../miniprogram');
    this.stand = await setUpPhone(this.functions.answers, root);
  }

  async close(): Promise<void> {
    await this.stand?.close();
  }

  /**
   * @param page its path and query, as on a shared card
   * @param camera whether the person has allowed it; nothing where WeChat has not asked yet
   * @param more of the phone's address: what else stands in the way
   */
  async enter(page: string, scale: number, camera?: 'yes' | 'no', more = ''): Promise<Person> {
    if (!this.stand) throw new Error('open the phone first');
    const openid = 'o-somebody';
    const entry = `&page=${encodeURIComponent(page)}&${more}`;
    const person = await Person.open(this.stand.browser, this.stand.url, openid, { scale, entry });
    await person.page.route('**/files/**', (route) =>
      route.fulfill({ status: 200, headers: { 'x-file-id': 'cloud://simulator.local/cards/1.jpg' } }),
    );
    const permission = `permission:${openid}:scope.camera`;
    if (camera) {
      await person.page.evaluate(([key, answer]) => localStorage.setItem(key, answer), [permission, camera] as const);
    }
    return person;
  }
}

type SignedIn = Extract<Me, { signedIn: true }>;

/** Registered, not verified yet. */
export const wang: SignedIn = {
  signedIn: true,
  name: '王桂英',
  phone: '138****0001',
  idNumber: '610526**********25',
  verified: false,
  hasPassword: true,
  faceConsent: false,
};

export const verified: SignedIn = { ...wang, verified: true, faceConsent: true };

export const father: Contact = {
  id: '0123456789abcdef0123456789abcdef',
  name: '李德福',
  idNumber: '610526**********1X',
  relation: 'father',
  consented: true,
};

export const neighbour: Contact = {
  id: '1123456789abcdef0123456789abcdef',
  name: '古丽娜尔·买买提',
  idNumber: '653101**********24',
  relation: 'friend',
  consented: false,
};

export const request = (changes: Partial<HelpRequest>): HelpRequest => ({
  id: 'request-1',
  name: '李*福',
  reason: 'bed-ridden',
  state: 'requested',
  askedAt: '2026-08-01T01:12:00.000Z',
  changedAt: '2026-08-01T01:12:00.000Z',
  office: { name: '蒲城县第一中学', phone: '0913-7212345' },
  ...changes,
});
