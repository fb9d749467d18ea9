import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSms } from '../../cloudfunctions/adapters/sms/gateway';

interface Received {
  headers: IncomingMessage['headers'];
  method: string | undefined;
  url: string | undefined;
  body: unknown;
}

/** A gateway that keeps what it gets and answers as told. */
async function startGateway(answer: (response: ServerResponse) => void) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { headers, method, url } = request;
      received.push({ headers, method, url, body: JSON.parse(Buffer.concat(parts).toString('utf8')) });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sms?signature=a`);
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url, received, close };
}

const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) => {
    response.writeHead(code, headers).end('answer');
  };

async function send(answer: (response: ServerResponse) => void, timeout = 5000) {
  const gateway = await startGateway(answer);
  const log: unknown[] = [];
  const sms = createSms({ url: gateway.url, token: 'secret-token', timeout }, (entry) => log.push(entry));
  const taken = await sms.sendCode('13800000001', 'register', '012345');
  await gateway.close();
  return { taken, log, received: gateway.received };
}

describe('a text message', () => {
  it('is posted to the gateway with number, template, code and text', async () => {
    const { taken, received, log } = await send(status(202));
    expect(taken).toBe(true);
    expect(log).toEqual([]);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      method: 'POST',
      url: '/sms?signature=a',
      headers: { authorization: 'Bearer secret-token', 'content-type': 'application/json; charset=utf-8' },
      body: { to: '13800000001', template: 'code-register', params: { code: '012345' } },
    });
    expect(received[0]?.body).toHaveProperty('text', expect.stringContaining('012345'));
  });

  it('is not taken when the gateway refuses, fails or points elsewhere', async () => {
    for (const code of [302, 401, 429, 500]) {
      const { taken, log, received } = await send(status(code, { location: 'http://127.0.0.1:1/' }));
      expect(taken).toBe(false);
      expect(received).toHaveLength(1);
      expect(log).toEqual([{ level: 'error', event: 'sms-not-taken', template: 'code-register', status: code }]);
    }
  });

  it('is not taken when the gateway does not answer in time, or stops in the middle', async () => {
    const silent = await send(() => undefined, 50);
    expect(silent).toMatchObject({ taken: false, log: [{ code: 'ETIMEDOUT' }] });
    const cut = await send((response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('begin');
      response.socket?.destroy();
    });
    expect(cut).toMatchObject({ taken: false, log: [{ event: 'sms-not-taken' }] });
  });

  it('is not taken when nobody listens', async () => {
    const gateway = await startGateway(status(200));
    await gateway.close();
    const log: unknown[] = [];
    const sms = createSms({ url: gateway.url, token: 't', timeout: 1000 }, (entry) => log.push(entry));
    expect(await sms.sendCode('13800000001', 'reset', '012345')).toBe(false);
    expect(log).toEqual([{ level: 'error', event: 'sms-not-taken', template: 'code-reset', code: 'ECONNREFUSED' }]);
  });

  it('leaves neither number nor code nor token in the log', async () => {
    const { log } = await send(status(500));
    expect(JSON.stringify(log)).not.toMatch(/13800000001|012345|secret/);
  });
});
