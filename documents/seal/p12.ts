/** The organisation's certificate and key, as a PKCS #12 file (RFC 7292) brings them. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { Certificate } from 'pkijs';

/** What a certificate says of itself; times are ISO instants, the fingerprint is SHA-256 of the certificate (hex). */
export interface CertificateFacts {
  subject: string;
  issuer: string;
  serial: string;
  notBefore: string;
  notAfter: string;
  fingerprint: string;
  /** True for RSA: sealing the same bytes again gives the same seal. An ECDSA signature holds a random number. */
  repeatable: boolean;
}

export interface SealKey {
  facts: CertificateFacts;
  key: KeyObject;
  /** DER of the certificate of the key, and after it those of its issuers that the file holds. */
  chain: Buffer[];
}

export type P12Refusal = { ok: false; message: string };
export type OpenedP12 = { ok: true; seal: SealKey } | P12Refusal;

/** RFC 5280, 4.2.1.3: bits 0 (digitalSignature) and 1 (contentCommitment) of the first octet. */
const MAY_SIGN = 0b1100_0000;
const SHORTEST_RSA = 2048;
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

const refused = (message: string): P12Refusal => ({ ok: false, message });
const der = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');

/** "CN=Northbridge seal, O=Northbridge" on one line, most particular part first. */
const inOneLine = (name: string): string => name.split('\n').reverse().join(', ');

/**
 * Opens a PKCS #12 file.
 * @param at the moment for which the certificate has to be valid
 * @returns key, certificate and chain, or in words why it cannot seal
 */
export function openP12(p12: Uint8Array, passphrase: string, at: Date): OpenedP12 {
  let asn1: forge.asn1.Asn1;
  try {
    asn1 = forge.asn1.fromDer(Buffer.from(p12).toString('latin1'));
  } catch {
    return refused('This file is not a PKCS #12 file (.p12 or .pfx).');
  }
  let file: forge.pkcs12.Pkcs12Pfx;
  try {
    file = forge.pkcs12.pkcs12FromAsn1(asn1, false, passphrase);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    if (/MAC|password|decrypt/i.test(reason))
      return refused(
        /[^\x20-\x7e]/.test(passphrase)
          ? 'The passphrase does not open this file. One with letters outside ASCII cannot be read: export the file again with another.'
          : 'The passphrase does not open this file.',
      );
    return refused('This file is not a PKCS #12 file that can be read here (.p12 or .pfx with a passphrase).');
  }
  const key = keyOf(file);
  if (!key) return refused('The file holds no private key. Export the certificate together with its key.');
  const all = certificatesOf(file);
  const own = all.find((one) => one.checkPrivateKey(key));
  if (!own) return refused('The file holds no certificate for its private key.');
  const unfit = unfitKey(key) ?? unfitUse(own) ?? outsideTime(own, at);
  return unfit ? refused(unfit) : { ok: true, seal: { facts: factsOf(own, key), key, chain: chainOf(own, all) } };
}

function keyOf(file: forge.pkcs12.Pkcs12Pfx): KeyObject | null {
  const { pkcs8ShroudedKeyBag: shrouded = '', keyBag: plain = '' } = forge.pki.oids;
  for (const bagType of [shrouded, plain])
    for (const bag of file.getBags({ bagType })[bagType] ?? []) {
      // The reader keeps the raw form of kinds of keys that it does not know, such as elliptic curves.
      const asn1 = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
      try {
        return createPrivateKey({ key: der(asn1), format: 'der', type: 'pkcs8' });
      } catch {
        // A kind of key that nobody here can use is no key.
      }
    }
  return null;
}

function certificatesOf(file: forge.pkcs12.Pkcs12Pfx): X509Certificate[] {
  const { certBag: bagType = '' } = forge.pki.oids;
  return (file.getBags({ bagType })[bagType] ?? []).flatMap((bag) => {
    try {
      return [new X509Certificate(der(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1))];
    } catch {
      return [];
    }
  });
}

function unfitKey(key: KeyObject): string | null {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa')
    return modulusLength < SHORTEST_RSA
      ? `The key is too short: ${modulusLength} bits of RSA; at least ${SHORTEST_RSA} are needed.`
      : null;
  if (key.asymmetricKeyType === 'ec' && CURVES.includes(namedCurve)) return null;
  return `Keys of the kind “${namedCurve || key.asymmetricKeyType}” are not used for sealing; use RSA, or the curves P-256, P-384 or P-521.`;
}

function unfitUse(own: X509Certificate): string | null {
  const usage = Certificate.fromBER(new Uint8Array(own.raw)).extensions?.find(({ extnID }) => extnID === '2.5.29.15');
  if (!usage) return null;
  // A BIT STRING: tag, length, number of unused bits, then the bits.
  const bits = Buffer.from(usage.extnValue.valueBlock.valueHexView)[3] ?? 0;
  return bits & MAY_SIGN ? null : 'The certificate is not made for signing (its key usage allows other things only).';
}

function outsideTime(own: X509Certificate, at: Date): string | null {
  const day = (text: string) => new Date(text).toISOString().slice(0, 10);
  if (at < new Date(own.validFrom)) return `The certificate is valid only from ${day(own.validFrom)}.`;
  if (at > new Date(own.validTo)) return `The certificate has expired on ${day(own.validTo)}.`;
  return null;
}

/** Facts of a certificate, for pages and for the row that keeps them. */
export const factsOf = (own: X509Certificate, key: KeyObject): CertificateFacts => ({
  subject: inOneLine(own.subject),
  issuer: inOneLine(own.issuer),
  serial: own.serialNumber,
  notBefore: new Date(own.validFrom).toISOString(),
  notAfter: new Date(own.validTo).toISOString(),
  fingerprint: own.fingerprint256.replaceAll(':', '').toLowerCase(),
  repeatable: key.asymmetricKeyType === 'rsa',
});

/** The certificate first, then issuer by issuer as far as the file goes. */
function chainOf(own: X509Certificate, all: X509Certificate[]): Buffer[] {
  const chain = [own];
  for (let last = own; ; ) {
    const next = all.find((one) => !chain.includes(one) && last.checkIssued(one));
    if (!next) return chain.map(({ raw }) => raw);
    chain.push(next);
    last = next;
  }
}
