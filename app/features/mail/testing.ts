/** A real mail server on loopback for tests: what it got, and how it shall behave. */
import { once as event } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface PostOffice {
  /** Complete messages, in the order in which they came. */
  received: { to: string[]; raw: Buffer }[];
  /** SMTP_URL of it. */
  url: string;
  /** Answers to recipients and to messages; a number is a reply code, "drop" closes the connection. */
  behaviour: { recipient?: number; message?: number | 'drop'; beforeAnswer?: () => Promise<void> };
  parsed(index?: number): Promise<ParsedMail>;
  close(): Promise<void>;
}

const refusal = (code: number) => Object.assign(new Error(`refused with ${code}`), { responseCode: code });

/** Starts one on a free port. */
export async function postOffice(): Promise<PostOffice> {
  const received: PostOffice['received'] = [];
  const behaviour: PostOffice['behaviour'] = {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, done) => done(behaviour.recipient ? refusal(behaviour.recipient) : undefined),
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of stream) chunks.push(chunk as Buffer);
      } catch {
        // Whoever sent has gone before the end: nothing was received.
        return;
      }
      await behaviour.beforeAnswer?.();
      if (behaviour.message === 'drop') {
        for (const connection of server.connections) connection.close();
        return;
      }
      if (behaviour.message) return done(refusal(behaviour.message));
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
      done(null);
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await event(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    behaviour,
    parsed: (index = received.length - 1) => simpleParser(received[index]?.raw ?? ''),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
