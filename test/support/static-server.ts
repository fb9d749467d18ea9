import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Request {
  /** Without the query. */
  path: string;
  headers: http.IncomingHttpHeaders;
  /** Of a file: its bytes; else what the JSON says, undefined without a body. */
  body: unknown;
}

/** An answer without a body that says something in its headers. */
export class HeadersOnly {
  constructor(readonly headers: Record<string, string>) {}
}

/**
 * Answers by `METHOD /path`, or by `METHOD /path/*` for everything below; a number is a status without a body.
 */
export type Answers = Record<string, (request: Request) => unknown>;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const bodyOf = async (request: http.IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (/^(image|application\/octet)/.test(request.headers['content-type'] ?? '')) return bytes;
  return bytes.length > 0 ? (JSON.parse(bytes.toString()) as unknown) : undefined;
};

const answer = (response: http.ServerResponse, value: unknown): void => {
  if (value instanceof HeadersOnly) response.writeHead(200, value.headers).end();
  else if (typeof value === 'number') response.writeHead(value).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};

const scriptedFor = (answers: Answers, call: string) => {
  const folder = Object.keys(answers).find((key) => key.endsWith('/*') && call.startsWith(key.slice(0, -1)));
  return answers[call] ?? (folder === undefined ? undefined : answers[folder]);
};

export interface StaticServer {
  /** Without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Serves a folder, and answers what a test scripts; on a free port of this machine only. */
export const serveFolder = async (folder: string, answers: Answers = {}): Promise<StaticServer> => {
  const handle = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const name = (request.url ?? '/').split('?')[0] ?? '/';
    const scripted = scriptedFor(answers, `${request.method ?? 'GET'} ${name}`);
    if (scripted) {
      const body = await bodyOf(request);
      return answer(response, await scripted({ path: name, headers: request.headers, body }));
    }
    const file = path.join(folder, name === '/' ? 'index.html' : path.normalize(name));
    if (!fs.existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
  };
  const server = http.createServer((request, response) => {
    handle(request, response).catch((fault: unknown) => response.writeHead(500).end(String(fault)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((fault) => (fault ? reject(fault) : resolve()));
      }),
  };
};
