/** An authenticator in software: makes passkeys (ES256) and answers challenges, and misbehaves when told to. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

type Cbor = number | string | Uint8Array | Map<number | string, Cbor>;

/** As much of CBOR (RFC 8949) as an attestation needs. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map) {
    return Buffer.concat([head(5, value.size), ...Array.from(value, ([key, one]) => [cbor(key), cbor(one)]).flat()]);
  }
  return Buffer.concat([head(2, value.length), value]);
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: Buffer | Uint8Array) => Buffer.from(data).toString('base64url');

/** What the browser would tell it, and what it does with that. */
export interface Conduct {
  origin?: string;
  rpId?: string;
  /** False: nobody was asked for finger, face or PIN. */
  verifiesUser?: boolean;
  counter?: number;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

export class SoftAuthenticator {
  readonly id = base64url(randomBytes(32));
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  private counter = 0;

  constructor(private readonly usual: Conduct = {}) {}

  private data(flags: number, conduct: Conduct): Buffer {
    const { rpId = 'localhost', verifiesUser = true, counter = this.counter } = { ...this.usual, ...conduct };
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | PRESENT | (verifiesUser ? VERIFIED : 0)]), count]);
  }

  private clientData(type: string, challenge: string, conduct: Conduct): Buffer {
    const { origin = 'http://localhost:3000' } = { ...this.usual, ...conduct };
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** Answer to a request for a new passkey. */
  make({ challenge }: { challenge: string }, conduct: Conduct = {}): RegistrationResponseJSON {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const id = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)]);
    const authData = Buffer.concat([this.data(HAS_KEY, conduct), attested]);
    const attestation = cbor(
      new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    return {
      ...{ id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: base64url(this.clientData('webauthn.create', challenge, conduct)),
        attestationObject: base64url(attestation),
        transports: ['internal'],
      },
    };
  }

  /** Answer to a challenge; each raises the counter. */
  answer({ challenge }: { challenge: string }, conduct: Conduct = {}): AuthenticationResponseJSON {
    this.counter += 1;
    const clientData = this.clientData('webauthn.get', challenge, conduct);
    const authData = this.data(0, conduct);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey);
    return {
      ...{ id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authData),
        signature: base64url(signature),
      },
    };
  }
}
