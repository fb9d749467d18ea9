import { randomUUID } from 'node:crypto';
import type { DatabaseActions, DatabaseRequest } from './database/database';
import { CloudError } from './errors';
import { refuseBy, timedOut, type FaultKind, type Faults } from './faults';
import type { FileAddresses } from './files/addresses';
import type { Files } from './files/files';
import { assertShallow } from './json';
import type { Functions } from './functions/functions';
import type { Caller } from './functions/pool';

/** What stands behind `/admin`. */
export interface Backend {
  database: DatabaseActions;
  files: Files;
  functions: Functions;
  faults: Faults;
  addresses: FileAddresses;
  log: (line: string) => void;
}

interface WantedFile {
  fileid: string;
  /** Seconds. */
  max_age?: number;
}

interface WireRequest extends DatabaseRequest {
  action: string;
  path: string;
  file_list: WantedFile[];
  fileid_list: string[];
  function_name: string;
  request_data?: string;
}

type Action = (request: WireRequest, backend: Backend) => object | Promise<object>;

/** The environment's name, as it stands in file ids: `cloud://simulator.local/<path>`. */
export const environmentName = 'simulator';
const fileIdPrefix = `cloud://${environmentName}.local/`;

export const fileIdOf = (path: string): string => fileIdPrefix + path;

const pathOf = (fileId: string): string | undefined =>
  fileId.startsWith(fileIdPrefix) ? fileId.slice(fileIdPrefix.length) : undefined;

/** The platform takes so many files in one call. */
const mostFiles = 50;

function assertFew(list: unknown): void {
  if (!Array.isArray(list) || list.length > mostFiles)
    throw new CloudError('INVALID_PARAM', `A call takes up to ${mostFiles} files.`);
}

async function downloadUrl({ fileid, max_age }: WantedFile, { files, addresses }: Backend): Promise<object> {
  const name = pathOf(fileid);
  if (name === undefined || !(await files.has(name)))
    return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' };
  return { code: 'SUCCESS', fileID: fileid, tempFileURL: addresses.give(name, max_age) };
}

async function deleteFile(fileId: string, { files }: Backend): Promise<object> {
  const name = pathOf(fileId);
  const removed = name !== undefined && (await files.remove(name));
  return { code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID: fileId };
}

async function invoke({ function_name, request_data = '{}' }: WireRequest, { functions }: Backend): Promise<object> {
  assertShallow(request_data);
  const event = JSON.parse(request_data || '{}') as unknown;
  const { answer } = await functions.invoke(function_name, { event, requestId: randomUUID() });
  return { response_data: answer };
}

/** The actions that wx-server-sdk sends and the product uses; every other is refused by name. */
const actions = new Map<string, Action>([
  ['database.insertDocument', (request, { database }) => database.insert(request)],
  ['database.getDocument', (request, { database }) => database.get(request)],
  ['database.calculateDocument', (request, { database }) => database.count(request)],
  ['database.modifyDocument', (request, { database }) => database.modify(request)],
  ['database.removeDocument', (request, { database }) => database.remove(request)],
  ['database.startTransaction', (_request, { database }) => database.begin()],
  ['database.commitTransaction', (request, { database }) => database.commit(request)],
  ['database.abortTransaction', (request, { database }) => database.abort(request)],
  ['functions.invokeFunction', invoke],
  [
    'storage.getUploadMetadata',
    ({ path }, { addresses }) => {
      const url = `${addresses.filesUrl}/${path.split('/').map(encodeURIComponent).join('/')}`;
      return { url, token: 'none', authorization: 'none', fileId: fileIdOf(path), cosFileId: 'none' };
    },
  ],
  [
    'storage.batchGetDownloadUrl',
    async ({ file_list }, backend) => {
      assertFew(file_list);
      return { download_list: await Promise.all(file_list.map((wanted) => downloadUrl(wanted, backend))) };
    },
  ],
  [
    'storage.batchDeleteFile',
    async ({ fileid_list }, backend) => {
      assertFew(fileid_list);
      return { delete_list: await Promise.all(fileid_list.map((fileId) => deleteFile(fileId, backend))) };
    },
  ],
]);

export const actionNames: readonly string[] = [...actions.keys()];

/** `{requestId, …}` as `act` answers, or `{requestId, code, message}` for a refusal. */
export async function answerWire(name: string, act: () => object | Promise<object>, backend: Backend): Promise<object> {
  const requestId = randomUUID();
  try {
    return { requestId, ...(await act()) };
  } catch (fault) {
    if (fault instanceof CloudError) return { requestId, code: fault.code, message: fault.message };
    backend.log(`[${name} ${requestId}] ${fault instanceof Error ? fault.stack : String(fault)}`);
    return { requestId, code: 'SYS_ERR', message: 'The simulator failed; its log tells more.' };
  }
}

/** The same, where a fault of the platform comes between. */
async function struck(kind: FaultKind | undefined, caller: Caller, act: () => object | Promise<object>) {
  refuseBy(kind);
  if (kind === 'die') {
    caller.die();
    throw timedOut();
  }
  const done = await act();
  if (kind === 'lost-answer') throw timedOut();
  return done;
}

/** Answers one request of the SDK. */
export function answerRequest(body: Record<string, unknown>, caller: Caller, backend: Backend): Promise<object> {
  const given = body as unknown as WireRequest;
  const name = String(given.action);
  if (name.startsWith('database.')) caller.databaseCalls += 1;
  return answerWire(
    name,
    async () => {
      const act = actions.get(name);
      if (act === undefined) throw new CloudError('INVALID_PARAM', `The simulator does not know the action ${name}.`);
      const kind = backend.faults.take(name, given.collectionName ?? given.function_name);
      const request = { ...given, half: kind === 'half-insert' || kind === 'cut-update' };
      const data = await struck(kind, caller, () => act(request, backend));
      // A transaction's id stands beside the data.
      return name === 'database.startTransaction' ? { ...data, data } : { data };
    },
    backend,
  );
}
