import { crowd, liJianguo, liuYuzhen, liuYuzhenOnTheRoster, wangGuiying, zhangXiulan, type Person } from './people';

/** What the seeder (`cloudfunctions/seed`) writes. Ids are keyed hashes, which it alone can make. */
export interface SeedDocument {
  idOf: { purpose: 'id-number'; value: string };
  value: Record<string, unknown>;
}

export interface SeedBatch {
  collection: string;
  documents: SeedDocument[];
}

/** The pharmacy password of every card here. */
const cardPassword = '123456';

const documentOf = ({ idNumber }: Person, value: Record<string, unknown>): SeedDocument => ({
  idOf: { purpose: 'id-number', value: idNumber },
  value,
});

const card = (holder: Person, activated: boolean, portrait: boolean): SeedDocument =>
  documentOf(holder, { name: holder.name, password: cardPassword, activated, portrait });

const recipient = (person: Person, name = person.name): SeedDocument =>
  documentOf(person, { name, idNumber: person.idNumber });

/**
 * A small county. `simulator/people.json` names, for the panel beside the phone, who can be tried:
 * a card with a portrait, one without, one that is not activated, and one that disagrees with the roster.
 */
export const demo: readonly SeedBatch[] = [
  {
    collection: 'socialSecurityCards',
    documents: [
      card(wangGuiying, true, true),
      card(liJianguo, true, false),
      card(zhangXiulan, false, false),
      card(liuYuzhen, true, true),
    ],
  },
  {
    collection: 'recipients',
    documents: [
      recipient(wangGuiying),
      recipient(liJianguo),
      recipient(zhangXiulan),
      recipient(liuYuzhen, liuYuzhenOnTheRoster),
      ...crowd.map((person) => recipient(person)),
    ],
  },
];
