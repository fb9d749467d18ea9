import cloud from 'wx-server-sdk';

/**
 * The part of wx-server-sdk 4 that this product uses, typed as it behaves. Its own typings declare the environment as
 * `symbol`, promises as `void` or `string`, and everything from the open interfaces as `any`.
 */
export interface SdkDocument {
  /** `data` is null where there is no such document (`throwOnNotFound: false`). */
  get(): Promise<{ data: Record<string, unknown> | null }>;
  set(options: { data: Record<string, unknown> }): Promise<unknown>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface SdkCollection {
  doc(id: string): SdkDocument;
  add(options: { data: Record<string, unknown> }): Promise<unknown>;
}

/**
 * What is safe inside a transaction. There `where()` is sent without the transaction's id and survives a roll-back, so
 * the type has none.
 */
export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

export interface SdkDatabase {
  collection(name: string): SdkCollection & {
    where(condition: Record<string, unknown>): {
      update(options: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>;
    };
  };
  startTransaction(): Promise<SdkTransaction>;
  readonly command: { set(value: unknown): unknown; remove(): unknown };
}

export interface Sdk {
  database(options: { throwOnNotFound: boolean }): SdkDatabase;
  getWXContext(): { OPENID?: string | number };
  readonly openapi: {
    readonly phonenumber: {
      getPhoneNumber(input: {
        code: string;
      }): Promise<{ phoneInfo?: { purePhoneNumber?: string; countryCode?: string | number } }>;
    };
  };
}

let started: Sdk | undefined;

/** The SDK, initialised for the environment that the function runs in. */
export function sdk(): Sdk {
  if (!started) {
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
    started = cloud as unknown as Sdk;
  }
  return started;
}
