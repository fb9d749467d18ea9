import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import people from '../people.json';
import type { Clock } from './clock';
import { CloudError } from './errors';
import type { Files } from './files';
import type { Caller, Invocation, Outcome } from './functions/pool';
import { readBody, readJson, sendFile, sendJson, sendText, type Call, type Route } from './http';
import { callOpenApi, formParts, type PhoneCodes } from './openapi';
import type { Message, Outbox } from './outbox';
import type { Store } from './database/store';
import { answerRequest, answerWire, fileIdOf, type Backend } from './wire';

/** What the HTTP interface stands on. */
export interface Cloud extends Backend {
  store: Store;
  clock: Clock;
  outbox: Outbox;
  phoneCodes: PhoneCodes;
  callers: Map<string, Caller>;
  /** What the functions show to the text-message gateway, which is `POST /sms` here. */
  smsToken: string;
  /** The built phone; absent where there is none to show. */
  phone: Files | undefined;
}

/** Documents of 16 MB and files of the SDK's forms pass; files themselves go by `/files`. */
const wireLimit = 20 * 1024 * 1024;

/** The worker that makes the call. The SDK names its secret id in what it signs; nobody else has been given one. */
function callerOf({ headers }: IncomingMessage, callers: Cloud['callers']): Caller {
  const secretId = /Credential=(\w+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
  const caller = callers.get(secretId);
  if (caller === undefined) throw new CloudError('SIGN_PARAM_INVALID', 'Only the functions may call this.', 403);
  return caller;
}

async function admin({ request, response }: Call, cloud: Cloud): Promise<void> {
  const caller = callerOf(request, cloud.callers);
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) {
    return sendJson(response, await answerRequest(await readJson(request, wireLimit), caller, cloud));
  }
  const form = formParts(await readBody(request, wireLimit), contentType);
  const answer = await answerWire('wx.openApi', () => ({ bytes: callOpenApi(form, caller, cloud.phoneCodes) }), cloud);
  if (!('bytes' in answer)) return sendJson(response, answer);
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  response.end(answer.bytes);
}

async function invoke(name: string, invocation: Invocation, response: ServerResponse, cloud: Cloud): Promise<void> {
  const began = performance.now();
  const end = (outcome: string): void =>
    cloud.log(`[${name} ${invocation.requestId}] ${outcome} in ${Math.round(performance.now() - began)} ms`);
  let outcome: Outcome;
  try {
    outcome = await cloud.functions.invoke(name, invocation);
  } catch (fault) {
    end(fault instanceof CloudError ? fault.code : 'failed');
    throw fault;
  }
  end(`answered, ${outcome.databaseCalls} database calls,`);
  response.setHeader('x-database-calls', outcome.databaseCalls);
  response.setHeader('x-request-id', invocation.requestId);
  sendText(response, 200, outcome.answer);
}

function openidOf({ headers }: IncomingMessage): string {
  const openid = headers['x-openid'];
  if (typeof openid === 'string' && /^[\w-]{1,64}$/.test(openid)) return openid;
  throw new CloudError('NO_OPENID', 'The header x-openid names who holds the phone: letters, digits, _ and -.');
}

async function callFunction({ request, response, captured }: Call, cloud: Cloud): Promise<void> {
  const openid = openidOf(request);
  if (!cloud.functions.has(captured)) throw new CloudError('FUNCTION_NOT_FOUND', 'There is no such function.', 404);
  await invoke(captured, { event: await readJson(request), openid, requestId: randomUUID() }, response, cloud);
}

async function nightly({ response }: Call, cloud: Cloud): Promise<void> {
  if (!cloud.functions.has('timer')) throw new CloudError('NO_TIMER', 'There is no timer function yet.', 501);
  const event = { Type: 'Timer', TriggerName: 'nightly', Time: cloud.clock.now().toISOString(), Message: '' };
  await invoke('timer', { event, requestId: randomUUID(), source: 'timer' }, response, cloud);
}

async function moveClock({ request, response }: Call, { clock }: Cloud): Promise<void> {
  const { now } = await readJson(request);
  const to = typeof now === 'string' ? new Date(now) : undefined;
  if (now !== null && (to === undefined || Number.isNaN(to.getTime()))) {
    throw new CloudError('BAD_INPUT', 'now is an instant in ISO 8601, or null for the time of this machine.');
  }
  clock.move(to);
  sendJson(response, { now: clock.now() });
}

function messageFrom(body: Record<string, unknown>, at: Date): Message {
  const { to, template, params, text } = body;
  const strings = (value: unknown): value is Record<string, string> =>
    typeof value === 'object' && value !== null && Object.values(value).every((item) => typeof item === 'string');
  if (typeof to !== 'string' || typeof template !== 'string' || typeof text !== 'string' || !strings(params)) {
    throw new CloudError('BAD_INPUT', 'A message is {to, template, params, text}.');
  }
  return { at: at.toISOString(), channel: 'sms', to, template, params, text };
}

async function takeSms({ request, response }: Call, { clock, outbox, smsToken }: Cloud): Promise<void> {
  if (request.headers.authorization !== `Bearer ${smsToken}`) {
    throw new CloudError('FORBIDDEN', 'The gateway knows the functions only.', 403);
  }
  outbox.put(messageFrom(await readJson(request), clock.now()));
  sendJson(response, {}, 202);
}

async function pressPhoneButton({ request, response }: Call, { phoneCodes }: Cloud): Promise<void> {
  const { phone, countryCode = '86' } = await readJson(request);
  if (
    typeof phone !== 'string' ||
    !/^\d{5,15}$/.test(phone) ||
    typeof countryCode !== 'string' ||
    !/^\d{1,4}$/.test(countryCode)
  ) {
    throw new CloudError('BAD_INPUT', 'phone and countryCode are digits.');
  }
  sendJson(response, { code: phoneCodes.issue(phone, countryCode) });
}

function showCaptcha({ response, captured }: Call, { store }: Cloud): void {
  const [captcha] = store.find('captchas', { _id: captured }, { limit: 1 });
  if (captcha === undefined) throw new CloudError('NO_CAPTCHA', 'There is no such captcha (any more).', 404);
  sendJson(response, { answer: captcha['answer'] });
}

async function showPhone({ response, captured }: Call, { phone }: Cloud): Promise<void> {
  if (phone === undefined) throw new CloudError('NO_PHONE', 'The phone has not been built.', 404);
  await sendFile(response, await phone.open(captured === '' ? 'index.html' : captured));
}

/**
 * Storage is declared "only functions read, a WeChat user writes what is theirs". A phone names its holder; any other
 * page of a browser says where it comes from. Functions, tests and tools do neither.
 */
async function readFile({ request, response, captured }: Call, { files }: Cloud): Promise<void> {
  const { 'x-openid': openid, 'sec-fetch-site': browser } = request.headers;
  if (openid !== undefined || browser !== undefined) {
    throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'Only functions may read what was uploaded.', 403);
  }
  await sendFile(response, await files.open(captured));
}

async function writeFile({ request, response, captured }: Call, { files }: Cloud): Promise<void> {
  const openid = request.headers['x-openid'] === undefined ? undefined : openidOf(request);
  await files.put(captured, request, openid);
  response.setHeader('x-file-id', encodeURI(fileIdOf(captured)));
  // wx-server-sdk takes anything but an empty answer for a fault.
  response.end();
}

/** The simulator's fixed HTTP interface, for the phone, for tests and for tools. */
export const routesOf = (cloud: Cloud): Route[] => [
  { method: 'POST', path: /^\/admin$/, handle: (call) => admin(call, cloud) },
  { method: 'POST', path: /^\/functions\/([^/]+)$/, handle: (call) => callFunction(call, cloud) },
  { method: 'POST', path: /^\/triggers\/nightly$/, handle: (call) => nightly(call, cloud) },
  { method: 'GET', path: /^\/outbox$/, handle: ({ response }) => sendJson(response, cloud.outbox.messages) },
  { method: 'GET', path: /^\/clock$/, handle: ({ response }) => sendJson(response, { now: cloud.clock.now() }) },
  { method: 'PUT', path: /^\/clock$/, handle: (call) => moveClock(call, cloud) },
  {
    method: 'GET',
    path: /^\/files\/(.+)$/,
    handle: (call) => readFile(call, cloud),
  },
  {
    method: 'PUT',
    path: /^\/files\/(.+)$/,
    handle: (call) => writeFile(call, cloud),
  },
  { method: 'GET', path: /^\/captchas\/([^/]+)$/, handle: (call) => showCaptcha(call, cloud) },
  { method: 'POST', path: /^\/sms$/, handle: (call) => takeSms(call, cloud) },
  { method: 'POST', path: /^\/wechat\/phone-codes$/, handle: (call) => pressPhoneButton(call, cloud) },
  { method: 'GET', path: /^\/people$/, handle: ({ response }) => sendJson(response, people) },
  { method: 'GET', path: /^\/health$/, handle: ({ response }) => sendJson(response, { ok: true }) },
  {
    method: 'GET',
    path: /^\/(?!admin$|functions\/|files\/|triggers\/|captchas\/)(.*)$/,
    handle: (call) => showPhone(call, cloud),
  },
];
