/** Digits in the groups in which people read them out: 138 1234 5678. */
export const spacedPhone = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');

/** 610526 1950 0101 1234: place, year, day, the rest; as far as it has been typed. */
export const spacedIdNumber = (idNumber: string): string =>
  [idNumber.slice(0, 6), idNumber.slice(6, 10), idNumber.slice(10, 14), idNumber.slice(14)]
    .filter((group) => group !== '')
    .join(' ');

/** 1234 5678 9012 3456, as far as it has been typed. */
export const groupsOfFour = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');
