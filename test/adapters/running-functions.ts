import { cpSync } from 'node:fs';
import path from 'node:path';
import type { ActionName, FunctionName, Input, Output } from '../../miniprogram/shared/contract/api';
import type { SmsPurpose } from '../../miniprogram/shared/contract/account';
import type { Envelope } from '../../miniprogram/shared/result';
import type { TestCloud } from '../support/local-cloud';
import { declareOwn, startTestCloud } from '../support/local-cloud';
import { makeScratch } from '../support/scratch';

/** Built before the tests. */
const dist = path.resolve(__dirname, '../../dist');

export interface Message {
  readonly to: string;
  readonly template: string;
  readonly params: { readonly code: string };
  readonly text: string;
}

export interface Answered<T> {
  readonly answer: Envelope<T>;
  readonly databaseCalls: number;
}

/** What the seeder (`cloudfunctions/seed`) writes. */
export interface Seed {
  readonly collection: string;
  readonly documents: readonly object[];
}

/** Functions as they are uploaded, on a local cloud, spoken to over HTTP. */
export interface RunningFunctions {
  readonly cloud: TestCloud;
  /** Where the cloud keeps its data. */
  readonly dataDir: string;
  call<F extends FunctionName, A extends ActionName<F>>(
    name: F,
    openid: string,
    action: A,
    input: Input<F, A>,
  ): Promise<Answered<Output<F, A>>>;
  /** Sends whatever it is given. */
  callRaw(name: FunctionName, openid: string, body: unknown): Promise<Envelope<unknown>>;
  /** As a phone uploads. @returns the file's id */
  upload(openid: string, place: string, bytes: Uint8Array): Promise<string>;
  /** `2026-08-01 09:12`, China Standard Time. */
  setClock(time: string): Promise<void>;
  /** Answers a captcha, and reads the code off the text message. */
  receiveCode(openid: string, phone: string, purpose: SmsPurpose): Promise<string>;
  messages(): Promise<Message[]>;
  seed(seeds: readonly Seed[]): Promise<void>;
  /** Removes what a closed cloud has written. */
  remove(): void;
  /** Ends the cloud and removes everything that was written. */
  close(): Promise<void>;
}

/** What a successful answer holds. @throws with the code of a refusal */
export function must<T>({ answer }: { answer: Envelope<T> }): T {
  if (!answer.ok) throw new Error(`Refused: ${answer.code} ${JSON.stringify(answer)}`);
  return answer.data;
}

const asker =
  (url: string) =>
  async (method: string, at: string, body?: unknown, headers = {}): Promise<Response> => {
    const response = await fetch(`${url}${at}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${at}: ${response.status} ${await response.text()}`);
    return response;
  };

async function upload(url: string, openid: string, place: string, bytes: Uint8Array): Promise<string> {
  const response = await fetch(`${url}/files/${place}`, {
    method: 'PUT',
    headers: { 'x-openid': openid },
    body: new Uint8Array(bytes),
  });
  if (!response.ok) throw new Error(`${place} was not uploaded: ${response.status}`);
  return decodeURI(response.headers.get('x-file-id') ?? '');
}

/** @param names of the functions that there are, each with all that lies beside it */
export async function startFunctions(names: readonly FunctionName[]): Promise<RunningFunctions> {
  const scratch = makeScratch('running-functions');
  const dataDir = path.join(scratch.folder, 'data');
  const functions = path.join(scratch.folder, 'functions');
  for (const name of names)
    cpSync(path.join(dist, 'cloudfunctions', name), path.join(functions, name), { recursive: true });
  declareOwn(functions, names);
  const cloud = await startTestCloud({ dataDir, functionDirs: [functions] });
  const request = asker(cloud.url);
  const post = (name: string, openid: string, body: unknown) =>
    request('POST', `/functions/${name}`, body, { 'x-openid': openid });

  const running: RunningFunctions = {
    cloud,
    dataDir,
    async call(name, openid, action, input) {
      const response = await post(name, openid, { action, input });
      const answer = (await response.json()) as Envelope<Output<typeof name, typeof action>>;
      return { answer, databaseCalls: Number(response.headers.get('x-database-calls')) };
    },
    callRaw: async (name, openid, body) => (await (await post(name, openid, body)).json()) as Envelope<unknown>,
    upload: (openid, place, bytes) => upload(cloud.url, openid, place, bytes),
    async setClock(time) {
      await request('PUT', '/clock', { now: `${time.replace(' ', 'T')}:00.000+08:00` });
    },
    messages: async () => (await (await request('GET', '/outbox')).json()) as Message[],
    async receiveCode(openid, phone, purpose) {
      const { captchaId } = must(await running.call('account', openid, 'captcha', {}));
      const { answer } = (await (await request('GET', `/captchas/${captchaId}`)).json()) as { answer: string };
      must(await running.call('account', openid, 'sendSms', { phone, purpose, captchaId, answer }));
      const sent = (await running.messages()).find(
        ({ to, template }) => to === phone && template === `code-${purpose}`,
      );
      if (!sent) throw new Error('No message went out.');
      return sent.params.code;
    },
    async seed(seeds) {
      await cloud.runOnce(path.join(dist, 'seed/index.js'), seeds, 60);
    },
    remove: () => scratch.remove(),
    async close() {
      await cloud.close();
      running.remove();
    },
  };
  return running;
}
