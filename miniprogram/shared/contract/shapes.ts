/** An input or an output that says nothing. */
export type Nothing = Record<string, never>;

/** Parts put together as one plain object. */
export type Together<T> = { [K in keyof T]: T[K] };
