import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openData, type Data } from './data';
import { DatabaseActions } from './database';
import { Files } from './files';
import { FunctionPool, Functions, type FunctionHost } from './functions';
import { answerRequests } from './http';
import type { Keys } from './keys';
import { PhoneCodes } from './openapi';
import { Outbox } from './outbox';
import { routesOf, type Cloud } from './routes';
import type { Store } from './store';
import { environmentName } from './wire';

export interface CloudOptions {
  /** 0 (default) takes a free one. */
  port?: number;
  /** Where everything is kept; absent keeps it in memory, and files in a temporary directory. */
  dataDir?: string;
  /** `collections.json`, as built. */
  collectionsFile: string;
  /** Directories that hold functions as `<name>/index.js`. */
  functionDirs: readonly string[];
  /** The built phone, served at `/`. */
  phoneDir?: string;
  /** The built `worker.ts`; by default it stands beside this file. */
  workerFile?: string;
  /** One line of the log, the functions' lines among them. */
  log?: (line: string) => void;
}

export interface LocalCloud {
  readonly url: string;
  readonly store: Store;
  /** The simulator's time. */
  now(): Date;
  /** Calls a function as a phone does, or as nobody where no openid is given. @returns what the function answered */
  invoke(name: string, event: unknown, caller?: { openid?: string }): Promise<unknown>;
  /** Runs a bundle that is not one of the functions, as the seeder: once for each event, in their order. */
  runOnce(entry: string, events: readonly unknown[], seconds: number): Promise<unknown[]>;
  /** What makes wx-server-sdk and the functions' configuration speak to this cloud, in any process. */
  sdkEnvironment(): Record<string, string>;
  /** Ends everything; what was acknowledged stays. */
  close(): Promise<void>;
}

/**
 * Longer than any function runs: one that looks at faces for seconds does not notice meanwhile that its connection has
 * been closed, and would write into it.
 */
const keepAliveMilliseconds = 65_000;

/**
 * What stands before the scene in a receipt's QR code: the one that the simulator's build of the mini-program accepts
 * (`plainLinkPrefix`), whatever port this cloud listens on.
 */
export const PLAIN_LINK_PREFIX = 'http://127.0.0.1:8080/?scene=';

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

/** What the platform puts into a function's environment, and the function's own configuration. */
const environmentOf = (secretId: string, url: string, keys: Keys, smsToken: string): Record<string, string> => ({
  // Sends the unmodified SDK here; without `SCF` every call would first look for a metadata service.
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'local',
  SCF_NAMESPACE: environmentName,
  TCB_ENV: environmentName,
  TENCENTCLOUD_SECRETID: secretId,
  TENCENTCLOUD_SECRETKEY: 'none',
  TENCENTCLOUD_SESSIONTOKEN: 'none',
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
  ...keys,
  SMS_GATEWAY_URL: `${url}/sms`,
  SMS_GATEWAY_TOKEN: smsToken,
  RECEIPT_LINK: PLAIN_LINK_PREFIX,
});

function assemble(options: CloudOptions, { store, files, keys, clock }: Data, url: string): Cloud & FunctionHost {
  const { functionDirs, phoneDir, workerFile = path.join(__dirname, 'worker.js'), log = console.log } = options;
  const smsToken = randomBytes(16).toString('hex');
  const host: FunctionHost = {
    workerFile,
    environment: (secretId) => environmentOf(secretId, url, keys, smsToken),
    callers: new Map(),
    offset: () => clock.offset,
    log,
  };
  return {
    ...host,
    store,
    clock,
    smsToken,
    files,
    filesUrl: `${url}/files`,
    functions: new Functions(functionDirs, host),
    database: new DatabaseActions(store, () => clock.now().getTime()),
    outbox: new Outbox(),
    phoneCodes: new PhoneCodes(clock),
    phone: phoneDir === undefined ? undefined : new Files(phoneDir),
  };
}

async function runOnce(host: FunctionHost, entry: string, events: readonly unknown[], seconds: number) {
  const name = path.basename(path.dirname(entry));
  const pool = new FunctionPool(name, entry, host, { seconds, memoryMegabytes: 256, openapi: [] });
  const answers: unknown[] = [];
  try {
    for (const event of events) {
      const { answer } = await pool.invoke({ event, requestId: randomUUID() });
      answers.push(JSON.parse(answer));
    }
    return answers;
  } finally {
    await pool.close();
  }
}

/**
 * Starts the local cloud: the database, the files and the functions behind one HTTP server on this machine.
 * @throws where the port is taken, or where another simulator has the data
 */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const server = createServer({ keepAliveTimeout: keepAliveMilliseconds });
  const url = await listen(server, options.port ?? 0);
  let data: Data;
  try {
    data = openData(options.dataDir, options.collectionsFile, options.log ?? console.log);
  } catch (fault) {
    server.close();
    throw fault;
  }
  const cloud = assemble(options, data, url);
  answerRequests(server, routesOf(cloud), cloud.log);
  return {
    url,
    store: data.store,
    now: () => data.clock.now(),
    invoke: async (name, event, caller = {}) => {
      const { answer } = await cloud.functions.invoke(name, { event, requestId: randomUUID(), ...caller });
      return JSON.parse(answer) as unknown;
    },
    runOnce: (entry, events, seconds) => runOnce(cloud, entry, events, seconds),
    sdkEnvironment: () => {
      const secretId = randomBytes(16).toString('hex');
      cloud.callers.set(secretId, { databaseCalls: 0, openapi: [] });
      return cloud.environment(secretId);
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await cloud.functions.close();
      data.close();
    },
  };
}
