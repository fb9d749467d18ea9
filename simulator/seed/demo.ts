import type { SeedBatch, SeedDocument } from './batch';
import { cycleOf, units } from './county';
import {
  chenShufen,
  crowd,
  huangZhiqiang,
  liJianguo,
  liuYuzhen,
  liuYuzhenOnTheRoster,
  wangGuiying,
  wuWenhua,
  wuWenhuaOnTheRoster,
  yangDeming,
  zhangXiulan,
  zhouFengxia,
  type Person,
} from './people';
import { certificationsOf, recipientOf, type Entry, type Past } from './recipients';

/** The pharmacy password of every card here. */
const cardPassword = '123456';

const card = ({ name, idNumber }: Person, activated: boolean, portrait: boolean): SeedDocument => ({
  idOf: { purpose: 'id-number', value: idNumber },
  value: { name, password: cardPassword, activated, portrait },
});

const [paperMill, school, hospital, cooperative, waterworks, machines] = units;

/** Beside the hashes of people (`CYCLE_ID`). */
const cycle = (year: number): SeedDocument => ({ id: 'cycle', value: cycleOf(year) });

const past = (year: number, method: Past['method'], on: string): Past => ({ year, method, on });

/** Those whom somebody plays: one of each state that a look-up can answer (rule C1). */
const players = (year: number, tomorrow: string): Entry[] => [
  {
    person: wangGuiying,
    unit: paperMill,
    monthly: 3286,
    history: [
      past(year - 3, 'home-visit', '06-18'),
      past(year - 2, 'self', '07-02'),
      past(year - 1, 'data-match', '05-20'),
    ],
  },
  {
    person: liJianguo,
    unit: school,
    monthly: 4120,
    history: [past(year - 2, 'self', '06-30'), past(year - 1, 'self', '07-11')],
  },
  { person: zhangXiulan, unit: hospital, monthly: 3755 },
  { person: liuYuzhen, name: liuYuzhenOnTheRoster, unit: cooperative, monthly: 2890 },
  {
    person: chenShufen,
    unit: hospital,
    monthly: 3610,
    history: [past(year - 1, 'self', '08-15'), past(year, 'data-match', '01-01')],
  },
  {
    person: yangDeming,
    unit: waterworks,
    monthly: 3040,
    payment: 'suspended-not-certified',
    unpaidFrom: `${year}-01`,
    history: [past(year - 2, 'self', '07-23')],
  },
  { person: huangZhiqiang, unit: machines, monthly: 3300, payment: 'suspended-special' },
  {
    person: zhouFengxia,
    unit: cooperative,
    monthly: 2760,
    payment: 'ended',
    history: [past(year - 2, 'home-visit', '06-09')],
  },
  {
    person: wuWenhua,
    name: wuWenhuaOnTheRoster,
    unit: machines,
    monthly: 3190,
    correctedName: { name: wuWenhua.name, from: tomorrow },
  },
];

const methods = ['self', 'data-match', 'home-visit'] as const;

/** Those whom nobody plays: most have a history, some are certified already, a few are suspended. */
function passer(person: Person, index: number, year: number): Entry {
  const on = `0${5 + (index % 4)}-${String(1 + (index % 28)).padStart(2, '0')}`;
  const years = index % 5 === 0 ? [] : [year - 2, year - 1];
  const history = years.map((each) => past(each, methods[(index + each) % 3] ?? 'self', on));
  const unit = units[index % units.length] ?? paperMill;
  const entry = { person, unit, monthly: 2600 + ((index * 137) % 2400) };
  if (index % 25 === 7)
    return { ...entry, payment: 'suspended-not-certified', unpaidFrom: `${year}-01`, history: history.slice(0, 1) };
  if (index % 60 === 31) return { ...entry, payment: 'ended', history };
  return { ...entry, history: index % 4 === 1 ? [...history, past(year, 'data-match', '01-01')] : history };
}

const chinaDay = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * A small county in the year in which it is set up. `simulator/people.json` names, for the panel beside the phone, who
 * can be tried: cards with and without a portrait, one that is not activated, and somebody in every state of the roster.
 * @param now the simulator's clock
 */
export function demo(now: Date): SeedBatch[] {
  const year = Number(chinaDay(now).slice(0, 4));
  const tomorrow = chinaDay(new Date(now.getTime() + 24 * 3_600_000));
  const entries = [...players(year, tomorrow), ...crowd.map((person, index) => passer(person, index, year))];
  return [
    {
      collection: 'socialSecurityCards',
      documents: [
        card(wangGuiying, true, true),
        card(liJianguo, true, false),
        card(zhangXiulan, false, false),
        card(liuYuzhen, true, true),
      ],
    },
    { collection: 'recipients', documents: [cycle(year), ...entries.map(recipientOf)] },
    { collection: 'certifications', documents: entries.flatMap(certificationsOf) },
  ];
}
