/** The county of the demonstration: its agency, its units and its cycle. The telephone numbers are nobody's. */

export interface Unit {
  id: string;
  name: string;
  phone: string;
}

const unit = (number: number, name: string): Unit => ({
  id: `unit-${number}`,
  name,
  phone: `0913-00001${String(number).padStart(2, '0')}`,
});

export const units = [
  unit(1, '县造纸厂'),
  unit(2, '县第一中学'),
  unit(3, '县人民医院'),
  unit(4, '县供销社'),
  unit(5, '县水利局'),
  unit(6, '县农机厂'),
] as const;

const agency = { name: '县养老保险经办中心', phone: '0913-0000100' };

/** The whole calendar year, so that the demonstration can be used on whatever day it is begun. */
export const cycleOf = (year: number) => ({
  year,
  policy: 'natural-year',
  opensOn: `${year}-01-01`,
  deadline: `${year}-12-31`,
  firstUnpaidMonth: `${year + 1}-01`,
  agency,
});
