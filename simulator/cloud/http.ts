import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { CloudError } from './errors';
import type { FoundFile } from './files/files';
import { parseObject } from './json';

export interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  /** What the route's pattern captured, decoded. */
  captured: string;
  query: URLSearchParams;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT';
  /** Has one group at the most. */
  path: RegExp;
  handle: (call: Call) => Promise<void> | void;
  /** Answered while the data are being set up, because that needs it. */
  whileStarting?: true;
}

interface Limit {
  bytes: number;
  /** What a larger request is refused with. */
  code: string;
}

const bodyLimit: Limit = { bytes: 6 * 1024 * 1024, code: 'TOO_LARGE' };

export async function readBody(request: IncomingMessage, limit = bodyLimit): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped, so that the caller gets to see the answer.
    if (size <= limit.bytes) chunks.push(chunk);
  }
  if (size > limit.bytes) throw new CloudError(limit.code, `A request holds at most ${limit.bytes} bytes.`, 413);
  return Buffer.concat(chunks);
}

export const readJson = async (request: IncomingMessage, limit = bodyLimit): Promise<Record<string, unknown>> =>
  parseObject(await readBody(request, limit));

export function sendText(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(json);
}

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void =>
  sendText(response, status, JSON.stringify(value));

export async function sendFile(response: ServerResponse, { stream, size, contentType }: FoundFile): Promise<void> {
  response.writeHead(200, {
    'content-type': contentType,
    'content-length': size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  await pipeline(stream, response);
}

/** Refuses pages of other sites (Origin) and names that point here without being ours (DNS rebinding). */
function assertOwn({ headers, socket }: IncomingMessage): void {
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${socket.localPort}`);
  const host = headers.host ?? '';
  const origin = headers.origin;
  if (own.includes(host) && (origin === undefined || own.some((name) => origin === `http://${name}`))) return;
  throw new CloudError('FORBIDDEN', 'The simulator answers its own pages only.', 403);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new CloudError('BAD_PATH', 'The path is not percent-encoded UTF-8.');
  }
}

export interface Answering {
  routes: readonly Route[];
  isReady: () => boolean;
  log: (line: string) => void;
}

async function dispatch({ routes, isReady }: Answering, request: IncomingMessage, response: ServerResponse) {
  assertOwn(request);
  // Not parsed as a URL, which would resolve `..` before anybody could refuse it.
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const there = routes.filter((route) => route.path.test(path));
  if (there.length === 0) throw new CloudError('NOT_FOUND', 'There is nothing here.', 404);
  const route = there.find(({ method }) => method === request.method);
  if (route === undefined)
    throw new CloudError('METHOD_NOT_ALLOWED', `This path does not take ${request.method}.`, 405);
  if (route.whileStarting !== true && !isReady())
    throw new CloudError('NOT_READY', 'The simulator is still being set up.', 503);
  await route.handle({
    request,
    response,
    captured: decode(route.path.exec(path)?.[1] ?? ''),
    query: new URLSearchParams(query),
  });
}

function refuse(response: ServerResponse, fault: unknown, log: (line: string) => void): void {
  // Whoever asked has gone.
  if (response.destroyed) return;
  const known = fault instanceof CloudError ? fault : new CloudError('INTERNAL', 'The simulator failed.', 500);
  if (known !== fault) log(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  if (response.headersSent) response.destroy();
  else {
    const { code, message, errCode, status } = known;
    sendJson(response, { ok: false, code, message, errCode }, status);
  }
}

export function answerRequests(server: Server, answering: Answering): void {
  server.on('request', (request, response) => {
    dispatch(answering, request, response).catch((fault: unknown) => refuse(response, fault, answering.log));
  });
}
