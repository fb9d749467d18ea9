import path from 'node:path';
import type { ActionName, Input, Output } from '../../miniprogram/shared/contract/api';
import type { Envelope } from '../../miniprogram/shared/result';
import type { Message, Registration } from './person';
import { makeScratch, type Scratch } from './scratch';
import { runSimulator, urlOf, type SimulatorProcess } from './simulator-process';

const dist = path.resolve(__dirname, '../../dist');

/** The demonstration county, as `npm start` shows it, from what `gulp build` made. */
export class County {
  private constructor(
    private readonly data: Scratch,
    private process: SimulatorProcess,
    public url: string,
  ) {}

  static async open(): Promise<County> {
    const data = makeScratch('county');
    const process = County.start(data);
    return new County(data, process, await urlOf(process));
  }

  private static start({ folder }: Scratch): SimulatorProcess {
    return runSimulator(dist, ['--port', '0', '--data', folder]);
  }

  private async stop(): Promise<void> {
    this.process.child.kill('SIGTERM');
    await this.process.ended;
  }

  /** Ends the program and starts it again on the same data; the address changes. */
  async restart(): Promise<void> {
    await this.stop();
    this.process = County.start(this.data);
    this.url = await urlOf(this.process);
  }

  /** @param now ISO 8601; null for the machine's own time */
  async setClock(now: string | null): Promise<void> {
    const answer = await fetch(`${this.url}/clock`, { method: 'PUT', body: JSON.stringify({ now }) });
    if (!answer.ok) throw new Error(`the clock was not set: ${String(answer.status)}`);
  }

  /** An account that there is already; whoever opens the phone with this openid is signed in. */
  async has(openid: string, { phone, password, ...person }: Registration): Promise<void> {
    const ask = async <A extends ActionName<'account'>>(action: A, input: Input<'account', A>) => {
      const body = JSON.stringify({ action, input });
      const url = `${this.url}/functions/account`;
      const sent = await fetch(url, { method: 'POST', headers: { 'x-openid': openid }, body });
      const answer = (await sent.json()) as Envelope<Output<'account', A>>;
      if (!answer.ok) throw new Error(`${action} was refused: ${answer.code}`);
      return answer.data;
    };
    const read = async (place: string): Promise<unknown> => (await fetch(`${this.url}/${place}`)).json();
    const { captchaId } = await ask('captcha', {});
    const { answer } = (await read(`captchas/${captchaId}`)) as { answer: string };
    await ask('sendSms', { phone, purpose: 'register', captchaId, answer });
    const message = ((await read('outbox')) as Message[]).find(({ to }) => to === phone);
    if (!message) throw new Error('no message was sent there');
    const code = { smsCode: message.params.code };
    await ask('register', { ...person, ...code, phone, password, passwordAgain: password });
  }

  async close(): Promise<void> {
    await this.stop();
    this.data.remove();
  }
}
