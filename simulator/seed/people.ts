/** The people of the demonstration. Their numbers are valid, but nobody alive was born before 1890. */

/** GB 11643-1999: weights of the 17 digits, and the check digit for each remainder by 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** @param first17 region, date of birth and sequence number */
export function withCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return first17 + (checkDigits[sum % 11] ?? '');
}

export interface Person {
  name: string;
  idNumber: string;
}

const county = '610526';
const person = (name: string, born: string, sequence: string): Person => ({
  name,
  idNumber: withCheckDigit(county + born + sequence),
});

export const wangGuiying = person('王桂英', '18450312', '002');
export const liJianguo = person('李建国', '18480709', '011');
export const zhangXiulan = person('张秀兰', '18511120', '024');
/** The roster calls her otherwise than her card does. */
export const liuYuzhen = person('刘玉珍', '18430228', '046');
export const liuYuzhenOnTheRoster = '刘玉贞';

/** Certified this year, by records of other departments. */
export const chenShufen = person('陈淑芬', '18470516', '048');
/** Has missed last year: the pension is suspended until she certifies. */
export const yangDeming = person('杨德明', '18491003', '053');
export const huangZhiqiang = person('黄志强', '18520825', '077');
export const zhouFengxia = person('周凤霞', '18381214', '086');
/** Wrongly on the roster until the first day has passed. */
export const wuWenhua = person('吴文华', '18460630', '095');
export const wuWenhuaOnTheRoster = '吴文花';

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const givenNames = ['秀英', '建国', '桂兰', '志强', '玉梅', '德明', '淑珍', '国庆', '凤霞', '文华', '长安'];
const crowdSize = 300;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Born 1836 to 1865, each with a sequence number of their own. */
function passer(index: number): Person {
  const surname = surnames[index % surnames.length] ?? '';
  const givenName = givenNames[Math.floor(index / surnames.length) % givenNames.length] ?? '';
  const born = `${1836 + (index % 30)}${twoDigits(1 + (index % 12))}${twoDigits(1 + (index % 28))}`;
  return person(surname + givenName, born, String(100 + index));
}

/** Those whom nobody plays: a small county. The same at every start. */
export const crowd: readonly Person[] = Array.from({ length: crowdSize }, (_, index) => passer(index));
