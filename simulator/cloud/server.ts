import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openData, type Data } from './data';
import { DatabaseActions } from './database/database';
import { Faults } from './faults';
import { FileAddresses } from './files/addresses';
import { Files } from './files/files';
import { Functions } from './functions/functions';
import { FunctionPool, type FunctionHost, type Settings } from './functions/pool';
import { answerRequests } from './http';
import type { Keys } from './keys';
import { PhoneCodes } from './openapi';
import { Outbox } from './outbox';
import { routesOf, type Cloud } from './routes';
import type { Store } from './database/store';
import { actionNames, environmentName } from './wire';

export interface CloudOptions {
  /** 0 (default) takes a free one. */
  port?: number;
  /** Where everything is kept; absent keeps it in memory, and files in a temporary directory. */
  dataDir?: string;
  /** `collections.json`, as built. */
  collectionsFile: string;
  /** Directories that hold functions as `<name>/index.js`, and declare them in `functions.json`. */
  functionDirs: readonly string[];
  /** The built phone, served at `/`. */
  phoneDir?: string;
  /** The built `worker.ts`; by default it stands beside this file. */
  workerFile?: string;
  /** How many instances of one function run at once; the platform has a thousand, a laptop has not. */
  instances?: number;
  /** Sets up the data. Until it is done nothing is answered but what it needs itself, and `/health` says 503. */
  prepare?: (cloud: LocalCloud) => Promise<unknown>;
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

const defaultInstances = 16;

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

/** What the platform puts into a function's environment. */
const environmentOf = (secretId: string, url: string): Record<string, string> => ({
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
});

/** What an operator sets: the variables that a function may name. */
const variablesOf = (url: string, keys: Keys, smsToken: string): Record<string, string> => ({
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
    platformEnvironment: (secretId) => environmentOf(secretId, url),
    variables: variablesOf(url, keys, smsToken),
    callers: new Map(),
    instances: options.instances ?? defaultInstances,
    offset: () => clock.offset,
    log,
  };
  return {
    ...host,
    store,
    clock,
    smsToken,
    files,
    addresses: new FileAddresses(`${url}/files`, clock),
    functions: new Functions(functionDirs, host),
    database: new DatabaseActions(store, () => clock.now().getTime()),
    faults: new Faults(actionNames),
    outbox: new Outbox(),
    phoneCodes: new PhoneCodes(clock),
    phone: phoneDir === undefined ? undefined : new Files(phoneDir),
  };
}

async function runOnce(host: FunctionHost, entry: string, events: readonly unknown[], seconds: number) {
  const name = path.basename(path.dirname(entry));
  const variables = Object.keys(host.variables);
  const settings: Settings = { memorySize: 512, timeout: seconds, variables, optionalVariables: [] };
  const pool = new FunctionPool({ name, entry, openapi: [], settings }, host);
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

function localOf(server: Server, url: string, data: Data, cloud: Cloud & FunctionHost): LocalCloud {
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
      cloud.callers.set(secretId, { databaseCalls: 0, openapi: [], die: () => undefined });
      return { ...cloud.platformEnvironment(secretId), ...cloud.variables };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await cloud.functions.close();
      data.close();
    },
  };
}

/**
 * Starts the local cloud: the database, the files and the functions behind one HTTP server on this machine.
 * @throws where the port is taken, or where another simulator has the data
 */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const server = createServer({ keepAliveTimeout: keepAliveMilliseconds });
  const url = await listen(server, options.port ?? 0);
  let data: Data | undefined;
  let cloud: Cloud & FunctionHost;
  try {
    data = openData(options.dataDir, options.collectionsFile, options.log ?? console.log);
    cloud = assemble(options, data, url);
  } catch (fault) {
    server.close();
    data?.close();
    throw fault;
  }
  const local = localOf(server, url, data, cloud);
  let ready = false;
  answerRequests(server, { routes: routesOf(cloud), isReady: () => ready, log: cloud.log });
  try {
    await options.prepare?.(local);
  } catch (fault) {
    await local.close();
    throw fault;
  }
  ready = true;
  return local;
}
