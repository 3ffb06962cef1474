/** The one call to the outside: bounded, to the host that was named, and never into our own network. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchAddress, NotFetched } from './fetch-address.server';

/** A certificate for this machine, signed by itself. */
function selfSigned(): { key: string; cert: string } {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString();
  const certificate = forge.pki.createCertificate();
  const signer = forge.pki.privateKeyFromPem(key);
  certificate.publicKey = forge.pki.setRsaPublicKey(signer.n, signer.e);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  certificate.setSubject([{ name: 'commonName', value: 'localhost' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'localhost' }]);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    {
      name: 'subjectAltName',
      altNames: [
        { type: 2, value: 'localhost' },
        { type: 7, ip: '127.0.0.1' },
      ],
    },
  ]);
  certificate.sign(signer, forge.md.sha256.create());
  return { key, cert: forge.pki.certificateToPem(certificate) };
}

const { key, cert } = selfSigned();
let server: Server;
let base = '';
beforeAll(async () => {
  server = createServer({ key, cert }, ({ url }, answer) => {
    if (url === '/kev.json') return answer.end('{"ok":true}');
    if (url === '/moved') return answer.writeHead(302, { Location: '/kev.json' }).end();
    if (url === '/away') return answer.writeHead(302, { Location: 'https://example.org/kev.json' }).end();
    if (url === '/plain') return answer.writeHead(302, { Location: 'http://127.0.0.1/kev.json' }).end();
    if (url === '/round') return answer.writeHead(302, { Location: '/round' }).end();
    if (url === '/large') return answer.end(Buffer.alloc(5000));
    if (url === '/cut') return answer.writeHead(200, { 'Content-Length': '100' }).write('x', () => answer.destroy());
    if (url === '/slow') return answer.write('x');
    return answer.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const inside = new Set(['127.0.0.1']);
const fetched = (path: string) => fetchAddress(base + path, { inside, ca: cert, largest: 1000, longestMs: 1500 });

describe('fetching from an address', () => {
  it('gives the bytes and the name', async () => {
    expect(await fetched('/kev.json')).toEqual({ bytes: Buffer.from('{"ok":true}'), name: 'kev.json' });
    expect((await fetched('/moved')).name).toBe('kev.json');
  });

  it.each([
    ['/away', /another host/],
    ['/plain', /beginning with https/],
    ['/round', /on and on/],
    ['/large', /larger than any file/],
    ['/cut', /connection broke|cannot be reached/],
    ['/slow', /too long|connection broke/],
    ['/missing', /404/],
  ])('%s is not followed to its end', async (path, why) => {
    await expect(fetched(path)).rejects.toThrow(why);
  });

  it('does not lead into our own network, whatever the name says', async () => {
    await expect(fetchAddress(`${base}/kev.json`, { inside: new Set(), ca: cert })).rejects.toThrow(/own network/);
    const named = base.replace('127.0.0.1', 'localhost');
    await expect(fetchAddress(`${named}/kev.json`, { inside: new Set(), ca: cert })).rejects.toThrow(/own network/);
    await expect(fetchAddress(`${base}/kev.json`, { inside })).rejects.toBeInstanceOf(NotFetched);
  });
});
