import cloud from 'wx-server-sdk';

/**
 * The part of wx-server-sdk 4 that this product uses, typed as it behaves. Its own typings declare the environment as
 * `symbol`, promises as `void` or `string`, and everything from the open interfaces as `any`.
 */
export interface SdkDocument {
  /** `data` is null where there is no such document (`throwOnNotFound: false`). */
  get(): Promise<{ data: Record<string, unknown> | null }>;
  set(options: { data: Record<string, unknown> }): Promise<unknown>;
  update(options: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>;
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

/** Fields and what is asked of them, or a command that joins several of those. */
export type SdkCondition = object;

export interface SdkQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(most: number): SdkQuery;
  get(): Promise<{ data: Record<string, unknown>[] }>;
  /** Every document that the condition meets. */
  update(options: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>;
}

export interface SdkDatabase {
  collection(name: string): SdkCollection & {
    where(condition: SdkCondition): SdkQuery;
  };
  startTransaction(): Promise<SdkTransaction>;
  readonly command: SdkCommand;
}

export interface SdkCommand {
  set(value: unknown): unknown;
  remove(): unknown;
  push(value: unknown): unknown;
  /** Takes all that equal it out of an array. */
  pull(value: unknown): unknown;
  exists(isThere: boolean): unknown;
  neq(value: unknown): unknown;
  in(values: readonly unknown[]): unknown;
  lt(value: unknown): unknown;
  gte(value: unknown): unknown;
  or(conditions: readonly SdkCondition[]): SdkCondition;
}

/** `status` is 0, or what went wrong with one of the files. */
export interface SdkFiles {
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  getTempFileURL(options: {
    fileList: readonly string[];
  }): Promise<{ fileList: { status: number; tempFileURL: string }[] }>;
  deleteFile(options: { fileList: readonly string[] }): Promise<{ fileList: { status: number }[] }>;
}

export interface Sdk extends SdkFiles {
  database(options: { throwOnNotFound: boolean }): SdkDatabase;
  getWXContext(): { OPENID?: string | number; ENV?: string };
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
