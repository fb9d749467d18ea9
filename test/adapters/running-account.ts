import type { Api } from '../../miniprogram/shared/contract/api';
import type { Envelope } from '../../miniprogram/shared/result';
import type { Answered, RunningFunctions } from './running-functions';
import { startFunctions } from './running-functions';

export { must } from './running-functions';

export interface SeedCard {
  readonly idNumber: string;
  readonly name: string;
  readonly password: string;
  readonly activated: boolean;
}

/** The account function alone. */
export interface RunningAccount extends Omit<RunningFunctions, 'call' | 'callRaw' | 'upload'> {
  call<A extends keyof Api['account']>(
    openid: string,
    action: A,
    input: Api['account'][A]['input'],
  ): Promise<Answered<Api['account'][A]['output']>>;
  /** Sends whatever it is given. */
  callRaw(openid: string, body: unknown): Promise<Envelope<unknown>>;
  seedCards(cards: readonly SeedCard[]): Promise<void>;
}

export async function startAccount(): Promise<RunningAccount> {
  const running = await startFunctions(['account']);
  return {
    ...running,
    call: async (openid, action, input) => running.call('account', openid, action, input as never) as never,
    callRaw: (openid, body) => running.callRaw('account', openid, body),
    async seedCards(cards) {
      const documents = cards.map(({ idNumber, ...card }) => ({
        idOf: { purpose: 'id-number', value: idNumber },
        value: { ...card, portrait: false },
      }));
      await running.seed([{ collection: 'socialSecurityCards', documents }]);
    },
  };
}
