import * as v from 'valibot';

export type InputSchema<T = unknown> = v.GenericSchema<unknown, T>;

export type CheckedInput<T> = { ok: true; value: T } | { ok: false; field: string };

/** Said of everything that no field of the contract can be blamed for. */
const WHOLE = 'input';

const fieldsOf = (schema: InputSchema): readonly string[] => {
  if ('options' in schema) return (schema.options as InputSchema[]).flatMap(fieldsOf);
  return 'entries' in schema ? Object.keys(schema.entries as object) : [];
};

/**
 * Holds an input against its schema.
 * @returns the input as a new object with the contract's fields only, or the name of the first wrong field; names and
 *   values that the caller made up never come back
 */
export function checkInput<T>(schema: InputSchema<T>, input: unknown): CheckedInput<T> {
  const fields = fieldsOf(schema);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { ok: false, field: WHOLE };
  // Before valibot, which does not see fields that are named like something every object has: `constructor`.
  if (Reflect.ownKeys(input).some((key) => !fields.includes(String(key)))) return { ok: false, field: WHOLE };
  const { success, output, issues } = v.safeParse(schema, input, { abortEarly: true, abortPipeEarly: true });
  if (success) return { ok: true, value: output };
  const field = issues[0].path?.[0]?.key;
  return { ok: false, field: typeof field === 'string' && fields.includes(field) ? field : WHOLE };
}
