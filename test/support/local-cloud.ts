import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { CollectionDeclaration } from '../../simulator/cloud/store';
import { startCloud, type CloudOptions, type LocalCloud } from '../../simulator/cloud/server';
import { makeScratch } from './scratch';

const root = path.resolve(__dirname, '../..');
/** Built before the tests. */
const builtWorker = path.join(root, 'dist/simulator/worker.js');
const declaredCollections = path.join(root, 'cloudfunctions/database/collections.json');

export interface TestCloudOptions extends Partial<CloudOptions> {
  /** Functions as source text (CommonJS), by name; they may require any package, and are bundled as those that are uploaded. */
  functions?: Record<string, string>;
  /** `config.json` of a function, by name. */
  configurations?: Record<string, object>;
  /** Instead of our own. */
  collections?: Record<string, CollectionDeclaration>;
}

export interface TestCloud extends LocalCloud {
  /** What the cloud has logged so far. */
  readonly lines: readonly string[];
}

function writeFunctions(directory: string, { functions = {}, configurations = {} }: TestCloudOptions): void {
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
    const configuration = configurations[name];
    if (configuration !== undefined) writeFileSync(path.join(folder, 'config.json'), JSON.stringify(configuration));
  }
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
  const cloud = await startCloud({
    collectionsFile: collections === undefined ? declaredCollections : ownCollections,
    workerFile: builtWorker,
    log: (line) => lines.push(line),
    ...options,
    functionDirs: [path.join(folder, 'functions'), ...functionDirs],
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
  getTempFileURL(options: { fileList: string[] }): Promise<{ fileList: Values[] }>;
  openapi: Record<string, Record<string, (input: Values) => Promise<Values>>>;
}

/** The SDK in this process, sent to the cloud. It reads its environment when it is loaded: once for a test file. */
export function connectSdk(cloud: LocalCloud): Sdk {
  Object.assign(process.env, cloud.sdkEnvironment());
  const sdk = jest.requireActual<Sdk & { init(options: object): void; DYNAMIC_CURRENT_ENV: symbol }>('wx-server-sdk');
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  return sdk;
}
