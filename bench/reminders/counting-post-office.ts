/** A real SMTP server on loopback that counts, by reference, the messages it has taken whole. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface CountingPostOffice {
  url: string;
  /** How often each letter arrived, by its X-Changemark-Reference. */
  arrived: Map<string, number>;
  total(): number;
  close(): Promise<void>;
}

export async function countingPostOffice(): Promise<CountingPostOffice> {
  const arrived = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A sender that was killed ends the stream with an error: nothing was received.
      stream.on('error', () => undefined);
      stream.on('end', () => {
        const [, reference = '?'] =
          /^X-Changemark-Reference: (\S+)/m.exec(Buffer.concat(chunks).toString('latin1')) ?? [];
        arrived.set(reference, (arrived.get(reference) ?? 0) + 1);
        answer(null);
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    total: () => [...arrived.values()].reduce((sum, n) => sum + n, 0),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
