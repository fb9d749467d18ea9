import { isDocument, type Document } from './ejson';
import { indexKey, typeBounds } from './index-key';

type Parameter = string | Buffer;

/** SQL that lets pass every document that the query means, and few besides; mingo judges those. */
export interface Narrowing {
  conditions: string[];
  parameters: Parameter[];
  /** The fields of the query, for the report of a scan: names, never values. */
  fields: string[];
  /** Those of them that a condition stands for. */
  narrowed: string[];
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

function narrowField(into: Narrowing, path: string, operator: string, value: unknown): void {
  const key = keyExpression(path);
  const encode = (item: unknown): Parameter => (path === '_id' ? String(item) : indexKey(item));
  const usable = (item: unknown): boolean => (path === '_id' ? typeof item === 'string' : isScalar(item));
  const comparison = comparisons[operator];
  if (operator === '$in' && Array.isArray(value) && value.every(usable)) {
    into.conditions.push(`${key} IN (${value.map(() => '?').join(', ')})`);
    into.parameters.push(...value.map(encode));
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

function narrowInto(into: Narrowing, query: Document, indexed: ReadonlySet<string>): void {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDocument(part)) narrowInto(into, part, indexed);
      continue;
    }
    into.fields.push(field);
    if (!indexed.has(field)) continue;
    const operators = isOperators(condition) ? condition : { $eq: condition };
    const before = into.conditions.length;
    for (const [operator, value] of Object.entries(operators)) narrowField(into, field, operator, value);
    if (into.conditions.length > before) into.narrowed.push(field);
  }
}

/** @param indexed the fields that have a key in some index, and `_id` */
export function narrow(query: Document, indexed: ReadonlySet<string>): Narrowing {
  const into: Narrowing = { conditions: [], parameters: [], fields: [], narrowed: [] };
  narrowInto(into, query, indexed);
  return into;
}
