import { updateMany } from 'mingo';
import { fromText, isDocument, toText, type Document } from './ejson';
import { requestFailed, writeRefused } from '../errors';

const numeric = new Set(['$inc', '$mul']);
const growing = new Set(['$push', '$addToSet']);
const shrinking = new Set(['$pull', '$pullAll', '$pop']);
/** These leave a path alone that leads through a scalar; all others are refused there. */
const forgiving = new Set(['$unset', ...shrinking]);

const isContainer = (value: unknown, next: string): boolean =>
  Array.isArray(value) ? /^\d+$/.test(next) : isDocument(value);

/** What stands at the path; undefined where nothing does. @throws where the path leads through a scalar. */
function targetOf(document: Document, operator: string, path: string): unknown {
  let value: unknown = document;
  let reached = '';
  for (const name of path.split('.')) {
    if (value === undefined) return undefined;
    if (!isContainer(value, name)) {
      if (forgiving.has(operator)) return undefined;
      throw writeRefused(`Cannot create field '${name}' in element {${reached}}`);
    }
    value = (value as Document)[name];
    reached = name;
  }
  return value;
}

function checkTarget(document: Document, operator: string, path: string): void {
  if (path === '_id')
    throw writeRefused("Performing an update on the path '_id' would modify the immutable field '_id'");
  const target = targetOf(document, operator, path);
  if (target === undefined) return;
  if (numeric.has(operator) && typeof target !== 'number') {
    throw writeRefused(`Cannot apply ${operator} to a value of non-numeric type at '${path}'`);
  }
  if (growing.has(operator) && !Array.isArray(target)) throw writeRefused(`The field '${path}' must be an array`);
  if (shrinking.has(operator) && !Array.isArray(target)) {
    throw writeRefused(`Cannot apply ${operator} to a non-array value at '${path}'`);
  }
}

/**
 * The document as the update leaves it. mingo ignores much that MongoDB refuses; that is refused here first.
 * @param change update operators, as the SDK sends them: `{$set: …, $inc: …}`
 */
export function updated(document: Document, change: Document): Document {
  for (const [operator, paths] of Object.entries(change)) {
    if (!isDocument(paths) || Object.keys(paths).length === 0) {
      throw writeRefused(`'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`);
    }
    for (const path of Object.keys(paths)) checkTarget(document, operator, path);
  }
  const documents = [fromText(toText(document))];
  try {
    updateMany(documents, {}, change, { cloneMode: 'deep' });
  } catch (cause) {
    throw requestFailed(cause instanceof Error ? cause.message : 'the update is not understood');
  }
  return documents[0] ?? document;
}
