/**
 * Hands messages to the mail server. nodemailer's connection is used by itself rather than its transport: only so the
 * message is not read before the server has asked for it, and its end can wait until "handing over" is committed.
 */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { once } from '../../../db/once';
import type { MailSettings } from './mail-settings.server';

export interface Posting {
  to: string;
  mime: Buffer;
  /** Called when everything but the end of the message has left; its failure keeps the end back. */
  beforeLastByte(): Promise<void>;
}

/** A connection that nobody uses is closed after so long, in milliseconds; servers do it after minutes. */
const IDLE_MS = 20_000;

interface Idle {
  connection: SMTPConnection;
  /** To which server and as whom. */
  key: string;
  timer: NodeJS.Timeout;
}

const idle = () => once('mail.connections', () => new Set<Idle>());

const keyOf = ({ host, port, secure, auth }: MailSettings) => `${host}:${port}:${secure}:${auth?.user ?? ''}`;

function open(settings: MailSettings): Promise<SMTPConnection> {
  const { host, port, secure, requireTls, checkCertificate, auth } = settings;
  const connection = new SMTPConnection({
    ...{ host, port, secure, requireTLS: requireTls, logger: false },
    ...{ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 },
    tls: { rejectUnauthorized: checkCertificate },
  });
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      connection.close();
      reject(error);
    };
    connection.once('error', failed);
    const ready = () => {
      connection.off('error', failed);
      // Whoever uses it hears of errors by its own callback; unheard, one would end the process.
      connection.on('error', () => undefined);
      resolve(connection);
    };
    connection.connect((error) => {
      if (error) return failed(error);
      if (!auth) return ready();
      connection.login({ credentials: auth }, (refused) => (refused ? failed(refused) : ready()));
    });
  });
}

function takeIdle(settings: MailSettings): SMTPConnection | undefined {
  const key = keyOf(settings);
  for (const one of idle()) {
    if (one.key !== key) continue;
    idle().delete(one);
    clearTimeout(one.timer);
    if (!one.connection.destroyed) return one.connection;
  }
  return undefined;
}

function keepIdle(settings: MailSettings, connection: SMTPConnection): void {
  const timer = setTimeout(() => {
    idle().delete(one);
    connection.quit();
  }, IDLE_MS);
  timer.unref();
  const one: Idle = { connection, key: keyOf(settings), timer };
  idle().add(one);
}

/** Whether a connection that lay idle still answers. */
const alive = (connection: SMTPConnection) =>
  new Promise<boolean>((resolve) => {
    const gone = () => resolve(false);
    connection.once('end', gone);
    connection.reset((error) => {
      connection.off('end', gone);
      resolve(!error);
    });
  });

async function connected(settings: MailSettings): Promise<SMTPConnection> {
  for (let kept = takeIdle(settings); kept; kept = takeIdle(settings)) {
    if (await alive(kept)) return kept;
    kept.close();
  }
  return open(settings);
}

/** The message, and its end only when it may leave. */
async function* heldBack({ mime, beforeLastByte }: Posting) {
  yield mime;
  await beforeLastByte();
}

/**
 * Hands one message over. @returns the server's answer
 * @throws nodemailer's error (see `verdictOf`), or what `beforeLastByte` threw
 */
export async function post(settings: MailSettings, posting: Posting): Promise<string> {
  const connection = await connected(settings);
  const message = Readable.from(heldBack(posting), { objectMode: false });
  try {
    const answer = await new Promise<string>((resolve, reject) => {
      const closed = () => reject(new Error('The mail server closed the connection.'));
      connection.once('end', closed);
      message.once('error', reject);
      connection.send({ from: settings.from.address, to: [posting.to] }, message, (error, info) => {
        connection.off('end', closed);
        if (error) reject(error);
        else resolve(info.response);
      });
    });
    keepIdle(settings, connection);
    return answer;
  } catch (error) {
    message.destroy();
    connection.close();
    throw error;
  }
}

/** Ends the connections that lie idle; those in use end by themselves. */
export function closePost(): void {
  for (const { connection, timer } of idle()) {
    clearTimeout(timer);
    connection.quit();
  }
  idle().clear();
}
