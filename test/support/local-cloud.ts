import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import declaredFunctions from '../../deployment/functions.json';
import type { CollectionDeclaration } from '../../simulator/cloud/database/store';
import type { Declaration } from '../../simulator/cloud/functions/declarations';
import { startCloud, type CloudOptions, type LocalCloud } from '../../simulator/cloud/server';
import { makeScratch } from './scratch';

const root = path.resolve(__dirname, '../..');
/** Built before the tests. */
const builtWorker = path.join(root, 'dist/simulator/worker.js');
const declaredCollections = path.join(root, 'cloudfunctions/database/collections.json');

export interface TestCloudOptions extends Partial<CloudOptions> {
  /** Functions as source text (CommonJS), by name; they may require any package, and are bundled as those that are uploaded. */
  functions?: Record<string, string>;
  /** What `functions.json` says of a function beside what every one needs, by name; undefined leaves the function out. */
  declarations?: Record<string, Partial<Declaration> | undefined>;
  /** The interfaces of WeChat that a function asks for, in its `config.json`, by name. */
  openapi?: Record<string, string[]>;
  /** Instead of our own. */
  collections?: Record<string, CollectionDeclaration>;
}

export interface TestCloud extends LocalCloud {
  /** What the cloud has logged so far. */
  readonly lines: readonly string[];
}

/** What a function of a test has where the test does not say otherwise: time enough to start on a busy machine. */
export const plainDeclaration: Declaration = {
  runtime: 'Nodejs20.19',
  memorySize: 256,
  timeout: 20,
  concurrency: 1,
  triggers: [],
  variables: ['FIELD_KEYS', 'HASH_KEY', 'SMS_GATEWAY_TOKEN', 'SMS_GATEWAY_URL'],
  optionalVariables: ['RECEIPT_LINK'],
};

/** `functions.json` for these of our own functions. */
export function declareOwn(directory: string, names: readonly (keyof typeof declaredFunctions)[]): void {
  const declared = Object.fromEntries(names.map((name) => [name, declaredFunctions[name]]));
  writeFileSync(path.join(directory, 'functions.json'), JSON.stringify(declared));
}

function writeFunctions(directory: string, options: TestCloudOptions): void {
  const { functions = {}, declarations = {}, openapi = {} } = options;
  mkdirSync(directory, { recursive: true });
  for (const [name, source] of Object.entries(functions)) {
    const folder = path.join(directory, name);
    mkdirSync(folder, { recursive: true });
    buildSync({
      stdin: { contents: source, resolveDir: root },
      outfile: path.join(folder, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
    });
    const permissions = openapi[name] && { permissions: { openapi: openapi[name] } };
    if (permissions) writeFileSync(path.join(folder, 'config.json'), JSON.stringify(permissions));
  }
  const declared = Object.keys(functions).map((name) => [
    name,
    name in declarations && declarations[name] === undefined
      ? undefined
      : { ...plainDeclaration, ...declarations[name] },
  ]);
  writeFileSync(path.join(directory, 'functions.json'), JSON.stringify(Object.fromEntries(declared)));
}

/** A local cloud for one test file: in memory and without functions unless asked otherwise, with our own collections. */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const scratch = makeScratch('test-cloud');
  const { folder } = scratch;
  writeFunctions(path.join(folder, 'functions'), options);
  const lines: string[] = [];
  const { collections, functionDirs = [] } = options;
  const ownCollections = path.join(folder, 'collections.json');
  if (collections !== undefined) writeFileSync(ownCollections, JSON.stringify(collections));
  const starting = startCloud({
    collectionsFile: collections === undefined ? declaredCollections : ownCollections,
    workerFile: builtWorker,
    log: (line) => lines.push(line),
    ...options,
    functionDirs: [path.join(folder, 'functions'), ...functionDirs],
  });
  const cloud = await starting.catch((fault: unknown) => {
    scratch.remove();
    throw fault;
  });
  const close = async (): Promise<void> => {
    await cloud.close();
    scratch.remove();
  };
  return { ...cloud, close, lines };
}

interface Written {
  stats: { updated: number; created: number; removed: number };
}
type Values = Record<string, unknown>;

export interface SdkQuery {
  where(condition: Values): SdkQuery;
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(most: number): SdkQuery;
  skip(offset: number): SdkQuery;
  field(projection: Record<string, boolean>): SdkQuery;
  get(): Promise<{ data: Values[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: Values }): Promise<Written>;
  remove(): Promise<Written>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string): {
    get(): Promise<{ data: Values | null }>;
    set(options: { data: Values }): Promise<Written>;
    update(options: { data: Values }): Promise<Written>;
    remove(): Promise<Written>;
  };
  add(options: { data: Values | Values[] }): Promise<{ _id?: string; ids?: string[] }>;
  aggregate(): { count(name: string): { end(): Promise<unknown> } };
}

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

export interface SdkDatabase {
  collection(name: string): SdkCollection;
  startTransaction(): Promise<SdkTransaction>;
  readonly command: Record<string, (...values: unknown[]) => unknown>;
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options: string }): unknown;
}

/** The real wx-server-sdk as it behaves; its own typings say `void | string` of most promises. */
export interface Sdk {
  database(options?: { throwOnNotFound: boolean }): SdkDatabase;
  callFunction(options: { name: string; data?: unknown }): Promise<{ result: unknown }>;
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>;
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: Values[] }>;
  getTempFileURL(options: {
    fileList: (string | { fileID: string; maxAge: number })[];
  }): Promise<{ fileList: Values[] }>;
  openapi: Record<string, Record<string, (input: Values) => Promise<Values>>>;
}

/** The SDK in this process, sent to the cloud. It reads its environment when it is loaded: once for a test file. */
export function connectSdk(cloud: LocalCloud): Sdk {
  Object.assign(process.env, cloud.sdkEnvironment());
  const sdk = jest.requireActual<Sdk & { init(options: object): void; DYNAMIC_CURRENT_ENV: symbol }>('wx-server-sdk');
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  return sdk;
}
