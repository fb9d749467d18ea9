import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { AccountApi, SmsPurpose } from '../../miniprogram/shared/contract';
import type { Envelope } from '../../miniprogram/shared/result';
import type { TestCloud } from '../support/local-cloud';
import { startTestCloud } from '../support/local-cloud';

const root = path.resolve(__dirname, '../..');

/** One document for the seeder (`cloudfunctions/seed`). */
export interface SeedCard {
  readonly idNumber: string;
  readonly name: string;
  readonly password: string;
  readonly activated: boolean;
}

export interface Message {
  readonly to: string;
  readonly template: string;
  readonly params: { readonly code: string };
  readonly text: string;
}

interface Answered<A extends keyof AccountApi> {
  readonly answer: Envelope<AccountApi[A]['output']>;
  readonly databaseCalls: number;
}

/** The account function, built as for the upload, on a local cloud, spoken to over HTTP. */
export interface RunningAccount {
  readonly cloud: TestCloud;
  /** Where the cloud keeps its data. */
  readonly dataDir: string;
  call<A extends keyof AccountApi>(openid: string, action: A, input: AccountApi[A]['input']): Promise<Answered<A>>;
  /** Sends whatever it is given. */
  callRaw(openid: string, body: unknown): Promise<Envelope<unknown>>;
  /** `2026-08-01 09:12`, China Standard Time. */
  setClock(time: string): Promise<void>;
  /** Answers a captcha, and reads the code off the text message. */
  receiveCode(openid: string, phone: string, purpose: SmsPurpose): Promise<string>;
  messages(): Promise<Message[]>;
  seedCards(cards: readonly SeedCard[]): Promise<void>;
  /** Removes everything that was written, too. */
  close(): Promise<void>;
}

/** As `gulp functions` and `gulp seeder` build them. */
const bundle = (name: string, outfile: string) =>
  buildSync({
    entryPoints: [path.join(root, 'cloudfunctions', name, 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    charset: 'utf8',
    minify: true,
  });

/** What a successful answer holds. @throws with the code of a refusal */
export function must<T>({ answer }: { answer: Envelope<T> }): T {
  if (!answer.ok) throw new Error(`Refused: ${answer.code} ${JSON.stringify(answer)}`);
  return answer.data;
}

export async function startAccount(): Promise<RunningAccount> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'account-function-'));
  const dataDir = path.join(scratch, 'data');
  const functions = path.join(scratch, 'functions');
  const seeder = path.join(scratch, 'seed', 'index.js');
  bundle('account', path.join(functions, 'account', 'index.js'));
  bundle('seed', seeder);
  copyFileSync(path.join(root, 'cloudfunctions/account/config.json'), path.join(functions, 'account', 'config.json'));
  const cloud = await startTestCloud({ dataDir, functionDirs: [functions] });

  const request = async (method: string, at: string, body?: unknown, headers = {}) => {
    const response = await fetch(`${cloud.url}${at}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${at}: ${response.status} ${await response.text()}`);
    return response;
  };
  const post = (openid: string, body: unknown) => request('POST', '/functions/account', body, { 'x-openid': openid });

  const running: RunningAccount = {
    cloud,
    dataDir,
    async call(openid, action, input) {
      const response = await post(openid, { action, input });
      const answer = (await response.json()) as Envelope<AccountApi[typeof action]['output']>;
      return { answer, databaseCalls: Number(response.headers.get('x-database-calls')) };
    },
    callRaw: async (openid, body) => (await (await post(openid, body)).json()) as Envelope<unknown>,
    async setClock(time) {
      await request('PUT', '/clock', { now: `${time.replace(' ', 'T')}:00.000+08:00` });
    },
    messages: async () => (await (await request('GET', '/outbox')).json()) as Message[],
    async receiveCode(openid, phone, purpose) {
      const { captchaId } = must(await running.call(openid, 'captcha', {}));
      const { answer } = (await (await request('GET', `/captchas/${captchaId}`)).json()) as { answer: string };
      must(await running.call(openid, 'sendSms', { phone, purpose, captchaId, answer }));
      const sent = (await running.messages()).find(
        ({ to, template }) => to === phone && template === `code-${purpose}`,
      );
      if (!sent) throw new Error('No message went out.');
      return sent.params.code;
    },
    async seedCards(cards) {
      const documents = cards.map(({ idNumber, ...card }) => ({
        idOf: { purpose: 'id-number', value: idNumber },
        value: { ...card, portrait: false },
      }));
      await cloud.runOnce(seeder, [{ collection: 'socialSecurityCards', documents }], 30);
    },
    async close() {
      await cloud.close();
      rmSync(scratch, { recursive: true });
    },
  };
  return running;
}
