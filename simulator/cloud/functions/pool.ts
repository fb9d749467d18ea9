import { randomBytes } from 'node:crypto';
import { CloudError } from '../errors';
import type { Declaration, DeclaredFunction } from './declarations';
import { Instance } from './instance';

/** Who may call `/admin`: an instance, known by the secret id that it was given. */
export interface Caller {
  databaseCalls: number;
  /** The interfaces of WeChat that the function asks for. */
  readonly openapi: readonly string[];
  /** Ends the instance at once. */
  readonly die: () => void;
}

export interface Invocation {
  event: unknown;
  requestId: string;
  /** Absent for a call that comes from no WeChat user. */
  openid?: string;
  /** What calls: a phone (default) or the timer. */
  source?: 'phone' | 'timer';
  /** Whether the platform takes the instance away after its answer. */
  retire?: boolean;
}

export interface Outcome {
  /** JSON. */
  answer: string;
  databaseCalls: number;
}

export interface FunctionHost {
  workerFile: string;
  /** What the platform puts into the environment of an instance whose secret id is this. */
  platformEnvironment: (secretId: string) => Record<string, string>;
  /** The values of the variables that functions name. */
  variables: Readonly<Record<string, string>>;
  callers: Map<string, Caller>;
  /** How many instances of one function run at the most. */
  instances: number;
  offset: () => number;
  log: (line: string) => void;
}

/** What of a declaration an instance is made from. */
export type Settings = Pick<Declaration, 'memorySize' | 'timeout' | 'variables' | 'optionalVariables'>;

/** The mini-program's id here. */
export const appId = 'wxsimulator';

const answerLimit = 6 * 1024 * 1024;

/** The platform writes the caller into the event as well. */
function withCaller(event: unknown, openId: string | undefined): unknown {
  if (openId === undefined || typeof event !== 'object' || event === null) return event;
  return { ...event, userInfo: { openId, appId } };
}

function callerVariables({ openid, source }: Invocation): Record<string, string> {
  return {
    ...(source === 'timer' && { TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' }),
    ...(openid !== undefined && { WX_OPENID: openid, WX_APPID: appId, TCB_SOURCE: 'wx_client' }),
  };
}

interface Member {
  instance: Instance;
  secretId: string;
  caller: Caller;
  requestId: string;
}

export interface Pooled extends Pick<DeclaredFunction, 'name' | 'entry' | 'openapi'> {
  settings: Settings;
}

/** The instances of one function. Each has its own environment and serves one invocation at a time. */
export class FunctionPool {
  readonly #members = new Set<Member>();
  readonly #idle: Member[] = [];
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  constructor(
    private readonly pooled: Pooled,
    private readonly host: FunctionHost,
  ) {}

  async invoke(invocation: Invocation): Promise<Outcome> {
    const member = await this.#take();
    const { requestId, event, openid } = invocation;
    const { timeout, memorySize } = this.pooled.settings;
    member.requestId = requestId;
    member.caller.databaseCalls = 0;
    const context = {
      request_id: requestId,
      function_name: this.pooled.name,
      memory_limit_in_mb: memorySize,
      time_limit_in_ms: timeout * 1000,
    };
    try {
      const order = {
        event: withCaller(event, openid),
        context,
        caller: callerVariables(invocation),
        offset: this.host.offset(),
      };
      const answer = await member.instance.run(order, timeout * 1000);
      if (Buffer.byteLength(answer) > answerLimit) {
        throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'The answer is larger than 6 MB.', 500);
      }
      return { answer, databaseCalls: member.caller.databaseCalls };
    } finally {
      if (invocation.retire === true) await member.instance.stop();
      this.#giveBack(member);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#members].map(({ instance }) => instance.stop()));
  }

  async #take(): Promise<Member> {
    for (;;) {
      if (this.#closed) throw new CloudError('FUNCTIONS_REQUEST_FAIL', 'The simulator is ending.', 503);
      const idle = this.#idle.pop();
      if (idle === undefined && this.#members.size < this.host.instances) return this.#start();
      if (idle === undefined) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      else if (idle.instance.gone) this.#forget(idle);
      else return idle;
    }
  }

  #giveBack(member: Member): void {
    if (member.instance.gone) this.#forget(member);
    else this.#idle.push(member);
    this.#waiting.shift()?.();
  }

  #start(): Member {
    const { name, entry, openapi, settings } = this.pooled;
    const { workerFile, platformEnvironment, variables, callers, offset, log } = this.host;
    const secretId = randomBytes(16).toString('hex');
    const named = [...settings.variables, ...settings.optionalVariables];
    const own = Object.entries(variables).filter(([variable]) => named.includes(variable));
    const instance = new Instance({
      workerFile,
      entry,
      offset: offset(),
      environment: { ...platformEnvironment(secretId), ...Object.fromEntries(own) },
      memoryMegabytes: settings.memorySize,
      onLine: (line) => log(`[${name} ${member.requestId}] ${line}`),
    });
    const die = (): void =>
      instance.end(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'The function ended its process.', 500));
    const member: Member = { instance, secretId, caller: { databaseCalls: 0, openapi, die }, requestId: '' };
    callers.set(secretId, member.caller);
    this.#members.add(member);
    return member;
  }

  #forget(member: Member): void {
    this.#members.delete(member);
    this.host.callers.delete(member.secretId);
  }
}
