/** A process that takes uploads as the server does and nothing else: to be killed. Its address is its first line. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { inOrganisation } from '../../../db/client.server';
import { outside, readLink } from '../../features/replies/link-state.server';
import { receiveUpload } from '../../features/replies/receive-upload.server';
import { linkOfCookie } from '../../features/replies/reply-cookie.server';

const server = createServer(async (incoming, outgoing) => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const request = new Request('http://localhost/reply/files', {
    method: 'POST',
    headers,
    body: Readable.toWeb(incoming) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  const id = linkOfCookie(request);
  const found = id ? await inOrganisation(outside(id.orgId), (tx) => readLink(tx, id)) : null;
  if (!id || !found) return outgoing.writeHead(403).end();
  const result = await receiveUpload({ ...id, found, trail: { requestId: 'test', address: '127.0.0.1' } }, request);
  outgoing.writeHead(result.ok ? 200 : result.status).end(JSON.stringify(result));
});
server.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as AddressInfo).port}`));
