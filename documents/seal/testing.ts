/** Certificates of nobody, made anew for each run of the tests. */
import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

export const PASSPHRASE = 'Sand und Kiesel 7';

export interface Wish {
  bits?: number;
  from?: Date;
  to?: Date;
  withKey?: boolean;
  /** Key usage; absent: no such extension. */
  usage?: Record<string, boolean>;
  commonName?: string;
}

const pair = (bits: number) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: bits,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { key: forge.pki.privateKeyFromPem(privateKey), publicKey: forge.pki.publicKeyFromPem(publicKey) };
};

/** A PKCS #12 file whose certificate an authority has issued that is in the file too; and the authority as PEM. */
export function aP12({
  bits = 2048,
  from = new Date('2026-01-01'),
  to = new Date('2028-01-01'),
  withKey = true,
  usage,
  commonName = 'Northbridge document seal',
}: Wish = {}): { p12: Uint8Array; authority: string; own: string } {
  const make = (
    name: string,
    issuer: string,
    mine: ReturnType<typeof pair>,
    by: ReturnType<typeof pair>,
    ca: boolean,
  ) => {
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = mine.publicKey;
    certificate.serialNumber = ca ? '01' : '00c4a1';
    certificate.validity.notBefore = from;
    certificate.validity.notAfter = to;
    certificate.setSubject([{ name: 'commonName', value: name }]);
    certificate.setIssuer([{ name: 'commonName', value: issuer }]);
    if (ca) certificate.setExtensions([{ name: 'basicConstraints', cA: true }]);
    else if (usage) certificate.setExtensions([{ name: 'keyUsage', critical: true, ...usage }]);
    certificate.sign(by.key, forge.md.sha256.create());
    return certificate;
  };
  const [mine, authoritys] = [pair(bits), pair(2048)];
  const authority = make('Seaford test authority', 'Seaford test authority', authoritys, authoritys, true);
  const own = make(commonName, 'Seaford test authority', mine, authoritys, false);
  const asn1 = forge.pkcs12.toPkcs12Asn1(withKey ? mine.key : (null as never), [own, authority], PASSPHRASE, {
    algorithm: 'aes256',
  });
  return {
    p12: Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1'),
    authority: forge.pki.certificateToPem(authority),
    own: forge.pki.certificateToPem(own),
  };
}
