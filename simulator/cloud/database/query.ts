import { isDocument, type Document } from './ejson';
import { arrayKey, indexKey, typeBounds } from './index-key';

type Parameter = string | Buffer;

/** SQL that lets pass every document that the query means, and few besides; mingo judges those. */
export interface Narrowing {
  conditions: string[];
  parameters: Parameter[];
  /** The fields of the query, for the report of a scan: names, never values. */
  fields: string[];
  /** Whether an index leads to what passes, so that nothing else is read. */
  served: boolean;
}

/** What is known of a collection's indexes: paths, `_id` among them. */
export interface IndexedPaths {
  /** Those that have a key in some index. */
  indexed: ReadonlySet<string>;
  /** Those that an index begins with. */
  leading: ReadonlySet<string>;
  /** Those under which some document has an array. */
  arrays: ReadonlySet<string>;
}

/** The key of a field in SQL: an index is used where its expression is written in the same way. */
export const keyExpression = (path: string): string =>
  path === '_id' ? 'id' : `index_key(document, '${path.replaceAll("'", "''")}')`;

const comparisons: Record<string, string> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' };

const isScalar = (value: unknown): boolean =>
  value === null ||
  value instanceof Date ||
  ['string', 'boolean'].includes(typeof value) ||
  (typeof value === 'number' && !Number.isNaN(value));

function narrowField(into: Narrowing, path: string, operator: string, value: unknown, hasArrays: boolean): void {
  const key = keyExpression(path);
  const encode = (item: unknown): Parameter => (path === '_id' ? String(item) : indexKey(item));
  const usable = (item: unknown): boolean => (path === '_id' ? typeof item === 'string' : isScalar(item));
  const comparison = comparisons[operator];
  const anyOf = operator === '$in' ? value : operator === '$eq' && hasArrays ? [value] : undefined;
  if (Array.isArray(anyOf) && anyOf.every(usable)) {
    // One element of an array is enough, and every array has the same key.
    const keys = [...anyOf.map(encode), ...(hasArrays ? [arrayKey] : [])];
    into.conditions.push(`${key} IN (${keys.map(() => '?').join(', ')})`);
    into.parameters.push(...keys);
  } else if (hasArrays) {
    return;
  } else if (operator === '$eq' && usable(value)) {
    into.conditions.push(`${key} = ?`);
    into.parameters.push(encode(value));
  } else if (comparison !== undefined && usable(value)) {
    into.conditions.push(`${key} ${comparison} ?`);
    into.parameters.push(encode(value));
    if (path === '_id') return;
    const [from, before] = typeBounds(value);
    into.conditions.push(operator.startsWith('$g') ? `${key} < ?` : `${key} >= ?`);
    into.parameters.push(operator.startsWith('$g') ? before : from);
  }
}

const isOperators = (condition: unknown): condition is Document =>
  isDocument(condition) && Object.keys(condition).some((name) => name.startsWith('$'));

/** Lets pass what one of the branches lets pass; a branch without a condition lets everything pass. */
function narrowEither(into: Narrowing, branches: readonly Document[], paths: IndexedPaths): void {
  const narrowed = branches.map((branch) => narrow(branch, paths));
  for (const { fields } of narrowed) into.fields.push(...fields);
  if (narrowed.length === 0 || narrowed.some(({ conditions }) => conditions.length === 0)) return;
  into.conditions.push(`(${narrowed.map(({ conditions }) => `(${conditions.join(' AND ')})`).join(' OR ')})`);
  for (const { parameters } of narrowed) into.parameters.push(...parameters);
  into.served ||= narrowed.every(({ served }) => served);
}

function narrowInto(into: Narrowing, query: Document, paths: IndexedPaths): void {
  for (const [field, condition] of Object.entries(query)) {
    if ((field === '$and' || field === '$or') && Array.isArray(condition)) {
      const parts = condition.filter(isDocument);
      if (field === '$or') narrowEither(into, parts, paths);
      else for (const part of parts) narrowInto(into, part, paths);
      continue;
    }
    into.fields.push(field);
    if (!paths.indexed.has(field)) continue;
    const operators = isOperators(condition) ? condition : { $eq: condition };
    const before = into.conditions.length;
    for (const [operator, value] of Object.entries(operators))
      narrowField(into, field, operator, value, paths.arrays.has(field));
    into.served ||= into.conditions.length > before && paths.leading.has(field);
  }
}

export function narrow(query: Document, paths: IndexedPaths): Narrowing {
  const into: Narrowing = { conditions: [], parameters: [], fields: [], served: false };
  narrowInto(into, query, paths);
  return into;
}
