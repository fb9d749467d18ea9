/** How much of a person's data a screen shows where the whole is not needed. Lengths stay, counted in characters. */

const cover = (text: string, shownAtStart: number, shownAtEnd: number): string => {
  const signs = Array.from(text);
  return signs.map((sign, place) => (place < shownAtStart || place >= signs.length - shownAtEnd ? sign : '*')).join('');
};

/** `138****0001` */
export const maskPhone = (phone: string): string => cover(phone, 3, 4);

/** `610526**********27`: the county, which unit and person share, and enough at the end to tell two papers apart. */
export const maskIdNumber = (idNumber: string): string => cover(idNumber, 6, 2);

/** `王*英`, `王*`: family name and, from three characters on, the last one. */
export const maskName = (name: string): string => cover(name, 1, Array.from(name).length > 2 ? 1 : 0);
