import { must } from '../../support/world/outcomes';
import { World } from '../../support/world/world';
import { registered, wang, withCard } from '../../support/world/people';

/** So that the first try takes as few database calls as any other (rule C4). */
describe('C4: what tries are counted on', () => {
  const world = () => new World('2026-08-01 09:00');
  const counters = ({ database }: World) =>
    Object.fromEntries(database.contents('dailyCounters').map(({ id, value }) => [id, value.days]));
  const accountOf = ({ database }: World) => database.contents('accounts')[0]?.id ?? '';

  test.each([
    ['registering', async (here: World) => void (await registered(here, 'wang'))],
    ['signing in by card', async (here: World) => void must(await here.user('wang').signInWithCard(withCard(here)))],
    [
      'the phone button',
      async (here: World) => {
        here.phoneButton.codes.set('a-code', wang.phone);
        must(await here.user('wang').signInWithPhoneButton({ code: 'a-code' }));
      },
    ],
  ])('is there for the account and the phone after %s', async (_way, enter) => {
    const here = world();
    await enter(here);
    expect(counters(here)).toEqual({ [accountOf(here)]: {}, [here.hash.of('openid', 'wang')]: {} });
  });

  test('is left as it is by a further sign-in, and goes with the account', async () => {
    const here = world();
    const card = withCard(here);
    must(await here.user('wang').signInWithCard(card));
    const account = accountOf(here);
    here.database.place('dailyCounters', account, { days: { '2026-08-01': [1, 2, 3] } });
    must(await here.user('wang').signInWithCard(card));
    expect(counters(here)[account]).toEqual({ '2026-08-01': [1, 2, 3] });
    must(await here.user('wang').closeAccount({}));
    expect(Object.keys(counters(here))).toEqual([here.hash.of('openid', 'wang')]);
  });

  test('of every kind goes with the account, and stays for the WeChat user', async () => {
    const here = world();
    must(await here.user('wang').signInWithCard(withCard(here)));
    must(await here.user('wang').invite({ kind: 'help-me', relation: 'friend' }));
    must(await here.user('wang').closeAccount({}));
    const user = here.hash.of('openid', 'wang');
    expect(Object.keys(counters(here)).sort()).toEqual([user, `invitations-${user}`].sort());
  });
});
