import { normalisePersonName } from '../../../../miniprogram/shared/person-name';
import { accept } from '../../../../miniprogram/shared/result';
import { simplifiedName } from '../../domain/roster/han-forms';
import type { Action } from '../steps/action';

/**
 * The simplified form of a name, for the question where it is typed. It needs no account, asks nothing of the database
 * and knows no number: nobody learns by it who is on the roster. Whether the name is refused in the end is another
 * matter: where the roster has the person, it is not.
 * @rule A6
 */
export const checkName =
  (): Action<'checkName'> =>
  ({ name: typed }) => {
    const name = normalisePersonName(typed);
    const simplified = simplifiedName(name);
    return Promise.resolve(accept(simplified === name ? {} : { simplified }));
  };
