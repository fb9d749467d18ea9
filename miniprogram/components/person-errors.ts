import { describe, errorWords } from '../copy/errors';
import { register } from '../copy/register';
import type { ChinaDay } from '../shared/china-time';
import { readIdNumber } from '../shared/id-number';
import { readPersonName } from '../shared/person-name';

export interface PersonErrors {
  readonly name: string;
  readonly idNumber: string;
}

/** What is wrong with a name and a number as they were typed; empty where nothing is (rule A5). */
export const personErrors = (name: string, idNumber: string, today: ChinaDay): PersonErrors => {
  const number = readIdNumber(idNumber, today);
  const readName = readPersonName(name, number.ok ? number.data : idNumber.trim());
  return {
    name: name.trim() === '' ? register.person.nameMissing : readName.ok ? '' : errorWords.BAD_NAME.whatToDo,
    idNumber: number.ok ? '' : describe(number).whatToDo,
  };
};
