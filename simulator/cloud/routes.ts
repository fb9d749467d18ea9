import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import people from '../people.json';
import type { Clock } from './clock';
import { CloudError } from './errors';
import { refuseBy } from './faults';
import type { Files } from './files/files';
import type { Caller, Invocation, Outcome } from './functions/pool';
import { readBody, readJson, sendFile, sendJson, sendText, type Call, type Route } from './http';
import { parseObject } from './json';
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
const wireLimit = { bytes: 20 * 1024 * 1024, code: 'TOO_LARGE' };

/** What a phone may send to a function, and what it may get. @see https://docs.cloudbase.net/error-code/EXCEED_MAX_PAYLOAD_SIZE */
const eventLimit = { bytes: 100 * 1024, code: 'EXCEED_MAX_PAYLOAD_SIZE' };
const answerLimit = 1024 * 1024;

/** The instance that makes the call. The SDK names its secret id in what it signs; nobody else has been given one. */
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

async function logged(name: string, invocation: Invocation, cloud: Cloud): Promise<Outcome> {
  const began = performance.now();
  const end = (outcome: string): void =>
    cloud.log(`[${name} ${invocation.requestId}] ${outcome} in ${Math.round(performance.now() - began)} ms`);
  try {
    const outcome = await cloud.functions.invoke(name, invocation);
    end(`answered, ${outcome.databaseCalls} database calls,`);
    return outcome;
  } catch (fault) {
    end(fault instanceof CloudError ? fault.code : 'failed');
    throw fault;
  }
}

function sendOutcome(response: ServerResponse, { requestId }: Invocation, { answer, databaseCalls }: Outcome): void {
  response.setHeader('x-database-calls', databaseCalls);
  response.setHeader('x-request-id', requestId);
  sendText(response, 200, answer);
}

function openidOf({ headers }: IncomingMessage): string {
  const openid = headers['x-openid'];
  if (typeof openid === 'string' && /^[\w-]{1,64}$/.test(openid)) return openid;
  throw new CloudError('NO_OPENID', 'The header x-openid names who holds the phone: letters, digits, _ and -.');
}

async function callFunction({ request, response, captured: name }: Call, cloud: Cloud): Promise<void> {
  const openid = openidOf(request);
  if (!cloud.functions.has(name)) throw new CloudError('FUNCTION_NOT_FOUND', 'There is no such function.', 404);
  const event = await readJson(request, eventLimit);
  const fault = cloud.faults.take('call', name);
  refuseBy(fault);
  const invocation = { event, openid, requestId: randomUUID(), retire: fault === 'retire' };
  const outcome = await logged(name, invocation, cloud);
  // Not by breaking the connection: a browser would send the call a second time by itself.
  if (fault === 'lost-answer') throw new CloudError('ANSWER_LOST', 'request:fail the answer was lost', 504);
  if (Buffer.byteLength(outcome.answer) > answerLimit) {
    const message = 'cloudfunction result size exceed limit (1MB)';
    throw new CloudError('WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT', message, 500);
  }
  sendOutcome(response, invocation, outcome);
}

async function setFaults({ request, response }: Call, { faults }: Cloud): Promise<void> {
  faults.set(await readJson(request));
  sendJson(response, { faults: faults.left });
}

function instantOf(value: unknown, name: string): Date {
  const instant = typeof value === 'string' ? new Date(value) : undefined;
  if (instant !== undefined && !Number.isNaN(instant.getTime())) return instant;
  throw new CloudError('BAD_INPUT', `${name} is an instant in ISO 8601.`);
}

/**
 * Fires a timer that some function declares, now. `dueAt` is when it should have: earlier for one that is late, and
 * the same again for one that fires twice.
 */
async function fire({ request, response, captured: trigger }: Call, cloud: Cloud): Promise<void> {
  const name = cloud.functions.timedBy(trigger);
  if (name === undefined) throw new CloudError('TRIGGER_NOT_FOUND', 'No function declares a timer of this name.', 404);
  const body = await readBody(request);
  const { dueAt } = body.length === 0 ? {} : parseObject(body);
  const due = dueAt === undefined ? cloud.clock.now() : instantOf(dueAt, 'dueAt');
  const event = { Type: 'Timer', TriggerName: trigger, Time: due.toISOString(), Message: '' };
  const invocation: Invocation = { event, requestId: randomUUID(), source: 'timer' };
  sendOutcome(response, invocation, await logged(name, invocation, cloud));
}

async function moveClock({ request, response }: Call, { clock }: Cloud): Promise<void> {
  const { now } = await readJson(request);
  clock.move(now === null ? undefined : instantOf(now, 'now, where it is not null for the time of this machine,'));
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
 * Storage is declared "only functions read, a WeChat user writes what is theirs". Whoever has a temporary address reads
 * that one file. Without one, a phone names its holder, and any other page of a browser says where it comes from; tests
 * and tools do neither, and read what they like.
 */
async function readFile({ request, response, captured, query }: Call, { files, addresses }: Cloud): Promise<void> {
  const { 'x-openid': openid, 'sec-fetch-site': browser } = request.headers;
  if (!addresses.isSigned(captured, query) && (openid !== undefined || browser !== undefined)) {
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
  { method: 'POST', path: /^\/admin$/, whileStarting: true, handle: (call) => admin(call, cloud) },
  { method: 'POST', path: /^\/functions\/([^/]+)$/, handle: (call) => callFunction(call, cloud) },
  { method: 'POST', path: /^\/triggers\/([\w-]+)$/, handle: (call) => fire(call, cloud) },
  { method: 'GET', path: /^\/faults$/, handle: ({ response }) => sendJson(response, { faults: cloud.faults.left }) },
  { method: 'PUT', path: /^\/faults$/, handle: (call) => setFaults(call, cloud) },
  { method: 'GET', path: /^\/outbox$/, handle: ({ response }) => sendJson(response, cloud.outbox.messages) },
  { method: 'GET', path: /^\/clock$/, handle: ({ response }) => sendJson(response, { now: cloud.clock.now() }) },
  { method: 'PUT', path: /^\/clock$/, handle: (call) => moveClock(call, cloud) },
  {
    method: 'GET',
    path: /^\/files\/(.+)$/,
    whileStarting: true,
    handle: (call) => readFile(call, cloud),
  },
  {
    method: 'PUT',
    path: /^\/files\/(.+)$/,
    whileStarting: true,
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
