import { turn } from '../../support/memory/memory-database';
import { onRoster } from '../../support/world/family';
import { li, registered, wang, withCard } from '../../support/world/people';
import { atOnce, codeOf, must, tally } from '../../support/world/outcomes';
import { World } from '../../support/world/world';

const card = { idNumber: wang.idNumber, cardPassword: '246810' };
const wrongCard = { ...card, cardPassword: '000000' };
let world: World;
beforeEach(() => {
  world = new World('2026-08-01 09:12');
  withCard(world);
});
const attempt = (input = card, openid = 'wang') => world.user(openid).signInWithCard(input);

describe('A13: signing in by social-security card', () => {
  test('opens an account the first time, verified by the card, and asks for a phone', async () => {
    expect(await attempt()).toEqual({ ok: true, data: { needsPhone: true } });
    expect(must(await world.user('wang').me({}))).toEqual({
      signedIn: true,
      name: '王桂英',
      verified: true,
      hasPassword: false,
      idNumber: '610526**********29',
      faceConsent: false,
    });
  });

  test('finds the same account again, from every WeChat user', async () => {
    await attempt();
    await attempt(card, 'daughter');
    expect(world.database.contents('accounts')).toHaveLength(1);
  });

  test('three times at once, the first time, opens one account', async () => {
    const results = await atOnce(3, (index) => attempt(card, `user ${index}`));
    expect(tally(results)).toEqual({ ok: 3 });
    expect(world.database.contents('accounts')).toHaveLength(1);
    const names = await atOnce(3, async (index) => must(await world.user(`user ${index}`).me({})));
    expect(names.every(({ signedIn }) => signedIn)).toBe(true);
  });

  test('takes the number in every form', async () => {
    expect(codeOf(await attempt({ ...card, idNumber: ' 610526 18400101 0029 ' }))).toBe('ok');
    withCard(world, { ...wang, idNumber: '61052619400101001X' });
    expect(codeOf(await attempt({ ...card, idNumber: '610526400101001' }))).toBe('ok');
  });

  test('names the fault of a number that is none, and asks no service', async () => {
    expect(await attempt({ ...card, idNumber: '610526184001010028' })).toMatchObject({
      code: 'BAD_ID_NUMBER',
      detail: { fault: 'check-digit' },
    });
    expect(world.socialSecurityCards.checks).toBe(0);
  });

  test('needs an activated card', async () => {
    world.socialSecurityCards.cards.set(wang.idNumber, { name: wang.name, password: '246810', activated: false });
    expect(codeOf(await attempt())).toBe('CARD_NOT_ACTIVATED');
  });

  test('does not find a person without a card', async () => {
    expect(codeOf(await attempt({ ...card, idNumber: li.idNumber }))).toBe('PERSON_NOT_FOUND');
  });

  test('does not find a person whose name the roster has otherwise; the password was right, so no try is lost', async () => {
    await onRoster(world, { ...wang, name: '王桂荣' });
    for (let i = 0; i < 5; i++) expect(codeOf(await attempt())).toBe('PERSON_NOT_FOUND');
    expect(must(await world.user('wang').me({}))).toEqual({ signedIn: false });
    await onRoster(world, { ...wang, name: '王桂英' });
    expect(codeOf(await attempt())).toBe('ok');
  });

  test('compares the names in their one form', async () => {
    withCard(world, { ...wang, name: '买买提•艾力' });
    await onRoster(world, { ...wang, name: '买买提．艾力 ' });
    expect(codeOf(await attempt())).toBe('ok');
    expect(must(await world.user('wang').me({}))).toMatchObject({ name: '买买提·艾力' });
  });

  test('compares the card with the name of today: a correction holds from 00:00 of its day (rule C3)', async () => {
    await onRoster(world, { ...wang, name: '王桂荣' }, { correctedName: { name: '王桂英', from: '2026-08-02' } });
    world.at('2026-08-01 23:59');
    expect(codeOf(await attempt())).toBe('PERSON_NOT_FOUND');
    world.at('2026-08-02 00:00');
    expect(codeOf(await attempt())).toBe('ok');
  });

  test('takes a card and a roster that write one name in two forms for one person (rule A5)', async () => {
    withCard(world, { ...wang, name: '锺頔' });
    await onRoster(world, { ...wang, name: '鍾𬱖' });
    expect(codeOf(await attempt())).toBe('ok');
    expect(must(await world.user('wang').me({}))).toMatchObject({ name: '鍾𬱖' });
  });

  test('shows the holder under the name that the roster has today (rule C3)', async () => {
    await onRoster(world, wang, { correctedName: { name: '王贵英', from: '2026-08-02' } });
    expect(codeOf(await attempt())).toBe('ok');
    world.at('2026-08-02 00:00');
    expect(must(await world.user('wang').me({}))).toMatchObject({ name: '王贵英' });
  });

  test.each([
    ['an unknown card', 'PERSON_NOT_FOUND'],
    ['a card that is not activated', 'CARD_NOT_ACTIVATED'],
    ['a service that does not answer', 'CARD_SERVICE_DOWN'],
  ])('costs no try for %s', async (_what, code) => {
    const { cards } = world.socialSecurityCards;
    if (code === 'PERSON_NOT_FOUND') cards.clear();
    if (code === 'CARD_NOT_ACTIVATED') cards.set(wang.idNumber, { name: wang.name, password: '1', activated: false });
    world.socialSecurityCards.works = code !== 'CARD_SERVICE_DOWN';
    for (let i = 0; i < 5; i++) expect(codeOf(await attempt(wrongCard))).toBe(code);
    world.socialSecurityCards.works = true;
    withCard(world);
    expect(await attempt(wrongCard)).toMatchObject({ code: 'BAD_CREDENTIALS', detail: { triesLeft: 2 } });
  });

  test('has nothing to do with the phone account of the same person', async () => {
    await registered(world, 'wang');
    for (let i = 0; i < 3; i++) await attempt(wrongCard, 'card');
    expect(codeOf(await world.user('phone').signIn(wang))).toBe('ok');
  });
});

describe('A10: wrong card passwords', () => {
  test('the third locks until 2026-08-02 09:12, and the right one does not open it', async () => {
    expect(await attempt(wrongCard)).toMatchObject({ code: 'BAD_CREDENTIALS', detail: { triesLeft: 2 } });
    expect(await attempt(wrongCard)).toMatchObject({ code: 'BAD_CREDENTIALS', detail: { triesLeft: 1 } });
    const opensAt = '2026-08-02T01:12:00.000Z';
    expect(await attempt(wrongCard)).toMatchObject({ code: 'ACCOUNT_LOCKED', detail: { opensAt } });
    world.at('2026-08-02 09:11:59.999');
    expect(await attempt()).toMatchObject({ code: 'ACCOUNT_LOCKED', detail: { opensAt } });
    world.at('2026-08-02 09:12');
    expect(codeOf(await attempt())).toBe('ok');
  });

  test('of fifty at once the card service is asked about three', async () => {
    const results = await atOnce(50, () => attempt(wrongCard));
    expect(world.socialSecurityCards.checks).toBe(3);
    expect(tally(results)).toEqual({ BAD_CREDENTIALS: 2, ACCOUNT_LOCKED: 48 });
  });

  test.each([4, 20])('%d right ones at once all sign in, and nobody is told of a lock', async (count) => {
    expect(tally(await atOnce(count, (index) => attempt(card, `user ${index}`)))).toEqual({ ok: count });
  });

  test('a service that hangs three times costs no try: busy until its minute is over, then the right one signs in', async () => {
    const { check } = world.socialSecurityCards;
    let asked = 0;
    world.socialSecurityCards.check = () => {
      asked++;
      return new Promise(() => undefined);
    };
    for (let index = 0; index < 3; index++) void attempt(card, `user ${index}`);
    while (asked < 3) await turn();
    world.socialSecurityCards.check = check;
    expect(codeOf(await attempt())).toBe('BUSY');
    world.at('2026-08-01 09:13');
    expect(codeOf(await attempt())).toBe('ok');
  });

  test('a success sets the count back', async () => {
    await attempt(wrongCard);
    await attempt(wrongCard);
    must(await attempt());
    expect(await attempt(wrongCard)).toMatchObject({ detail: { triesLeft: 2 } });
  });

  test('a service that fails in the midst of fifty tries leaves no more than three verdicts', async () => {
    const { check } = world.socialSecurityCards;
    let asked = 0;
    let judged = 0;
    world.socialSecurityCards.check = async (...input) => {
      if (++asked % 2 === 0) return { outcome: 'unavailable' };
      judged++;
      return check.apply(world.socialSecurityCards, input);
    };
    const results = await atOnce(50, () => attempt(wrongCard));
    expect(judged).toBeLessThanOrEqual(3);
    expect(tally(results)['ACCOUNT_LOCKED']).toBeGreaterThan(0);
  });

  test('a try of before the last success that is given back late opens no lock', async () => {
    let answer: (() => void) | undefined;
    const { check } = world.socialSecurityCards;
    world.socialSecurityCards.check = () =>
      new Promise((resolve) => {
        answer = () => resolve({ outcome: 'unavailable' });
      });
    const late = attempt(wrongCard, 'late');
    while (!answer) await new Promise((resolve) => setImmediate(resolve));
    world.socialSecurityCards.check = check;
    must(await attempt());
    for (let i = 0; i < 3; i++) await attempt(wrongCard);
    answer();
    expect(codeOf(await late)).toBe('CARD_SERVICE_DOWN');
    expect(codeOf(await attempt())).toBe('ACCOUNT_LOCKED');
  });
});
