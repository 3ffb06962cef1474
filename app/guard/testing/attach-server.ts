/** A process that takes files of a change as the server does and nothing else: to be killed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { receiveFiles } from '../../features/attachments/receive-files.server';
import type { Actor } from '../actor';

const server = createServer(async (incoming, outgoing) => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const { actor, changeId } = JSON.parse(headers.get('x-who') ?? '{}') as { actor: Actor; changeId: string };
  const body = Readable.toWeb(incoming) as ReadableStream;
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  const request = new Request(`http://localhost/changes/${changeId}/files`, init);
  try {
    const result = await receiveFiles(actor, changeId, request);
    outgoing.writeHead(result.ok ? 200 : 422).end(JSON.stringify(result));
  } catch (refusal) {
    outgoing.writeHead(refusal instanceof Response ? refusal.status : 500).end();
  }
});
server.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as AddressInfo).port}`));
