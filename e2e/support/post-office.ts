/** A real SMTP server on loopback that keeps every message as a file, and reading what arrived for an address. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, renameSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface PostOffice {
  url: string;
  close(): Promise<void>;
}

/** Opens it; messages become files in `folder`, whole or not at all. */
export async function openPostOffice(folder: string): Promise<PostOffice> {
  mkdirSync(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, answer) =>
      // As a mail server does that does not know somebody.
      answer(address.startsWith('nobody@') ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, session, answer) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', async () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
        const file = join(folder, `${Date.now()}-${randomUUID()}`);
        await writeFile(
          `${file}.part`,
          `X-Envelope-To: ${to}\r\n${Buffer.concat(pieces).toString('latin1')}`,
          'latin1',
        );
        renameSync(`${file}.part`, `${file}.eml`);
        answer(null);
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Everything that arrived for an address, oldest first. */
export async function mailFor(address: string): Promise<ParsedMail[]> {
  const folder = process.env.E2E_MAILBOX ?? '';
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  const all = await Promise.all(files.map(async (name) => simpleParser(await readFile(join(folder, name)))));
  return all.filter(({ headers }) => String(headers.get('x-envelope-to')).split(',').includes(address));
}

/** Waits for the first message to an address whose subject matches. */
export async function mailAbout(address: string, subject: RegExp): Promise<ParsedMail> {
  let found: ParsedMail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailFor(address)).find((mail) => subject.test(mail.subject ?? ''));
        return found !== undefined;
      },
      { timeout: 60_000, message: `mail to ${address} about ${subject}` },
    )
    .toBe(true);
  if (!found) throw new Error('no mail');
  return found;
}
