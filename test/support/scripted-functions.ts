import type { Answers, Request } from './static-server';
import type { Api, FunctionName } from '../../miniprogram/shared/contract/api';
import type { Refusal } from '../../miniprogram/shared/result';

type Actions = { [F in FunctionName]: keyof Api[F] }[FunctionName];
type OutputOf<A extends Actions> = {
  [F in FunctionName]: A extends keyof Api[F] ? (Api[F][A] extends { output: infer O } ? O : never) : never;
}[FunctionName];

interface Call {
  action: Actions;
  input: Record<string, unknown>;
}

/** What the cloud functions say to the phone, action by action, as a test wants it now; and what they were asked. */
export class ScriptedFunctions {
  /** Every page with a name asks for its characters; most names have none to ask about (rule A6). */
  private said: Partial<Record<Actions, () => unknown>> = { checkName: () => ({ ok: true, data: {} }) };
  readonly calls: Call[] = [];

  /** @param output what the action answers from now on */
  says<A extends Actions>(action: A, output: OutputOf<A>): void {
    this.said[action] = () => ({ ok: true, data: output });
  }

  refuses(action: Actions, refusal: Refusal): void {
    this.said[action] = () => ({ ...refusal, message: 'scripted' });
  }

  /** The answer does not come until the test lets it. @returns what lets it come */
  keepsWaiting<A extends Actions>(action: A, output: OutputOf<A>): () => void {
    let come = (): void => undefined;
    const comes = new Promise<void>((resolve) => (come = resolve));
    this.said[action] = () => comes.then(() => ({ ok: true, data: output }));
    return come;
  }

  inputsOf(action: Actions): Record<string, unknown>[] {
    return this.calls.filter((call) => call.action === action).map(({ input }) => input);
  }

  get answers(): Answers {
    const answer = ({ body }: Request): unknown => {
      const call = (body as { data?: Call }).data ?? (body as Call);
      this.calls.push(call);
      const said = this.said[call.action];
      if (!said) throw new Error(`nobody expected ${String(call.action)}`);
      return said();
    };
    return { 'POST /functions/account': answer, 'POST /functions/certification': answer };
  }
}
