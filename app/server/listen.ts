import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../../db/cannot-start';
import { plainPage } from './plain-page';
import type { Settings } from './settings';

/** How long requests that are under way may take once the server is asked to stop. */
const FINISH_WITHIN_MS = 10_000;

/** Answers what is not even HTTP, or whose headers are too large, or that dawdles; in HTTP as far as it goes. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400;
  const sentence = { 431: 'The address or the headers are too long.', 408: 'The request took too long to arrive.' }[
    status
  ];
  const body = plainPage(status, sentence ?? 'The request could not be read.');
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n` +
      `X-Content-Type-Options: nosniff\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function explain(error: NodeJS.ErrnoException, { port, host }: Settings): Error {
  const where = `port ${port} on ${host}`;
  if (error.code === 'EADDRINUSE') {
    return new CannotStart(`Another program already uses ${where}. Choose another one: PORT=${port + 1} npm start`);
  }
  if (error.code === 'EACCES')
    return new CannotStart(`${where} needs rights that this user lacks. Set PORT above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CannotStart(`HOST="${host}" is no address of this machine.`);
  }
  return error;
}

/** Throws `CannotStart` when HOST and PORT cannot be had: better known before a database is filled than after. */
export async function checkPort(settings: Settings): Promise<void> {
  const probe = createServer();
  await listening(probe, settings);
  await new Promise((resolve) => probe.close(resolve));
}

const listening = (server: Server, settings: Settings) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, settings)));
    server.listen(settings.port, settings.host, resolve);
  });

export interface Listening {
  /** Where the server answers, for people: ORIGIN when set, otherwise host and port. */
  address: string;
  /** Takes no new connections, lets requests finish for up to ten seconds, then closes what is left. */
  close(): Promise<void>;
}

/** Listens on HOST and PORT. Throws `CannotStart` when that is not possible. */
export async function listen(handler: RequestListener, settings: Settings): Promise<Listening> {
  // Headers or bodies that trickle in must not hold connections: the clocks are checked every five seconds.
  const server: Server = createServer({
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
  });
  server.on('request', handler);
  server.on('clientError', answerBrokenRequest);
  await listening(server, settings);
  const { port } = server.address() as AddressInfo;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return {
    address: settings.origin?.origin ?? `http://${host}:${port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.race([closed, sleep(FINISH_WITHIN_MS, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}
