import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CloudError } from '../errors';
import { FunctionWorker } from './function-worker';

/** Who may call `/admin`: a worker, known by the secret id that it was given. */
export interface Caller {
  databaseCalls: number;
  /** The interfaces of WeChat that the function's `config.json` asks for. */
  readonly openapi: readonly string[];
}

export interface Invocation {
  event: unknown;
  requestId: string;
  /** Absent for a call that comes from no WeChat user. */
  openid?: string;
  /** What calls: a phone (default) or the timer. */
  source?: 'phone' | 'timer';
}

export interface Outcome {
  /** JSON. */
  answer: string;
  databaseCalls: number;
}

export interface FunctionHost {
  workerFile: string;
  /** The environment of a worker whose secret id is this. */
  environment: (secretId: string) => Record<string, string>;
  callers: Map<string, Caller>;
  offset: () => number;
  log: (line: string) => void;
}

/** A function's `config.json`, with what the platform takes where it is silent. */
export interface Settings {
  seconds: number;
  memoryMegabytes: number;
  openapi: string[];
}

/** The mini-program's id here. */
export const appId = 'wxsimulator';

/** A laptop is no cloud: beyond these, invocations wait for their turn. */
const workersPerFunction = 8;
const answerLimit = 6 * 1024 * 1024;

function settingsOf(entry: string): Settings {
  const file = path.join(path.dirname(entry), 'config.json');
  const given = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as {
        timeout?: number;
        memorySize?: number;
        permissions?: { openapi?: string[] };
      })
    : {};
  return {
    seconds: given.timeout ?? 3,
    memoryMegabytes: given.memorySize ?? 256,
    openapi: given.permissions?.openapi ?? [],
  };
}

/** The platform writes the caller into the event as well. */
function withCaller(event: unknown, openId: string | undefined): unknown {
  if (openId === undefined || typeof event !== 'object' || event === null) return event;
  return { ...event, userInfo: { openId, appId } };
}

interface Member {
  worker: FunctionWorker;
  caller: Caller;
  requestId: string;
}

/** The workers of one function. Each has its own environment and serves one invocation at a time. */
export class FunctionPool {
  readonly #members = new Set<Member>();
  readonly #idle: Member[] = [];
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  constructor(
    private readonly name: string,
    private readonly entry: string,
    private readonly host: FunctionHost,
    private readonly settings = settingsOf(entry),
  ) {}

  async invoke({ event, requestId, openid, source = 'phone' }: Invocation): Promise<Outcome> {
    const member = await this.#take();
    const { seconds, memoryMegabytes } = this.settings;
    member.requestId = requestId;
    member.caller.databaseCalls = 0;
    const caller: Record<string, string> = source === 'timer' ? { TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' } : {};
    if (openid !== undefined) Object.assign(caller, { WX_OPENID: openid, WX_APPID: appId, TCB_SOURCE: 'wx_client' });
    const context = {
      request_id: requestId,
      function_name: this.name,
      memory_limit_in_mb: memoryMegabytes,
      time_limit_in_ms: seconds * 1000,
    };
    try {
      const order = { event: withCaller(event, openid), context, caller, offset: this.host.offset() };
      const answer = await member.worker.run(order, seconds * 1000);
      if (Buffer.byteLength(answer) > answerLimit) {
        throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'The answer is larger than 6 MB.', 500);
      }
      return { answer, databaseCalls: member.caller.databaseCalls };
    } finally {
      this.#giveBack(member);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#members].map(({ worker }) => worker.stop()));
  }

  async #take(): Promise<Member> {
    for (;;) {
      if (this.#closed) throw new CloudError('FUNCTIONS_REQUEST_FAIL', 'The simulator is ending.', 503);
      const idle = this.#idle.pop();
      if (idle === undefined && this.#members.size < workersPerFunction) return this.#start();
      if (idle === undefined) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      else if (idle.worker.gone) this.#retire(idle);
      else return idle;
    }
  }

  #giveBack(member: Member): void {
    if (member.worker.gone) this.#retire(member);
    else this.#idle.push(member);
    this.#waiting.shift()?.();
  }

  #start(): Member {
    const secretId = randomBytes(16).toString('hex');
    const { memoryMegabytes, openapi } = this.settings;
    const worker = new FunctionWorker({
      workerFile: this.host.workerFile,
      entry: this.entry,
      offset: this.host.offset(),
      environment: this.host.environment(secretId),
      memoryMegabytes,
      onLine: (line) => this.host.log(`[${this.name} ${member.requestId}] ${line}`),
    });
    const member: Member = { worker, caller: { databaseCalls: 0, openapi }, requestId: '' };
    this.host.callers.set(secretId, member.caller);
    this.#members.add(member);
    return member;
  }

  #retire(member: Member): void {
    this.#members.delete(member);
    for (const [secretId, caller] of this.host.callers) {
      if (caller === member.caller) this.host.callers.delete(secretId);
    }
    void member.worker.stop();
  }
}

/** The functions in some directories, each as `<name>/index.js`. */
export class Functions {
  readonly #pools = new Map<string, FunctionPool>();

  constructor(
    private readonly directories: readonly string[],
    private readonly host: FunctionHost,
  ) {}

  has(name: string): boolean {
    return this.#entryOf(name) !== undefined;
  }

  async invoke(name: string, invocation: Invocation): Promise<Outcome> {
    const entry = this.#entryOf(name);
    if (entry === undefined) {
      throw new CloudError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.', 404);
    }
    const pool = this.#pools.get(name) ?? new FunctionPool(name, entry, this.host);
    this.#pools.set(name, pool);
    return pool.invoke(invocation);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }

  #entryOf(name: string): string | undefined {
    if (!/^[A-Za-z][\w-]*$/.test(name)) return undefined;
    return this.directories
      .map((directory) => path.join(directory, name, 'index.js'))
      .find((entry) => existsSync(entry));
  }
}
