import type * as v from 'valibot';

/** True for one and the same type only: assignable in one direction is not enough. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export interface DiffersFromTheContract {
  readonly differsFromTheContract: never;
}

type Schemas = Record<string, v.GenericSchema<unknown, unknown>>;
type Meaning<S extends Schemas> = { [K in keyof S]: v.InferOutput<S[K]> };

/** Holds schemas against types: a missing or additional name or field, or another type, does not compile. */
export const following =
  <Types>() =>
  <S extends Schemas>(schemas: S & (Same<Meaning<S>, Types> extends true ? unknown : DiffersFromTheContract)): S =>
    schemas;
