/**
 * The signature itself: CMS SignedData (RFC 5652) with the signed attributes that PAdES B-B asks for (ETSI EN 319 142-1,
 * 6.3): content-type, message-digest, signing-certificate-v2 (RFC 5035). Signing-time is forbidden there: the file says
 * the time in its /M entry.
 */
import { createHash, sign, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { SealKey } from './p12';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();
const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: new Uint8Array(bytes) });

const attribute = (type: string, value: asn1js.BaseBlock): asn1js.Sequence =>
  new asn1js.Sequence({
    value: [new asn1js.ObjectIdentifier({ value: type }), new asn1js.Set({ value: [value] })],
  });

/** ESSCertIDv2 with its default algorithm, SHA-256: names the certificate inside what is signed. */
const signingCertificate = (certificate: Buffer): asn1js.Sequence =>
  new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [octets(sha256(certificate))] })] })],
  });

/** DER of the attributes as a SET, sorted as DER wants it: this is what is signed. */
function signedAttributes(digest: Buffer, certificate: Buffer): { set: Buffer; sorted: asn1js.Sequence[] } {
  const sorted = [
    attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, octets(digest)),
    attribute(OID.signingCertificateV2, signingCertificate(certificate)),
  ].sort((a, b) => Buffer.compare(Buffer.from(a.toBER()), Buffer.from(b.toBER())));
  return { set: Buffer.from(new asn1js.Set({ value: sorted }).toBER()), sorted };
}

/**
 * A detached signature.
 * @param content what is signed: the file without the place of the signature
 * @returns DER of the ContentInfo
 */
export function detachedSignature(content: Uint8Array, { key, chain }: SealKey): Buffer {
  const [own = Buffer.alloc(0)] = chain;
  const certificate = Certificate.fromBER(new Uint8Array(own));
  const { set, sorted } = signedAttributes(sha256(content), own);
  const rsa = key.asymmetricKeyType === 'rsa';
  const digestAlgorithm = () => new AlgorithmIdentifier({ algorithmId: OID.sha256 });
  const signedAttrs = new SignedAndUnsignedAttributes({ type: 0 });
  signedAttrs.fromSchema(new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: sorted }));
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: digestAlgorithm(),
    signedAttrs,
    signatureAlgorithm: new AlgorithmIdentifier(
      rsa
        ? { algorithmId: OID.rsaWithSha256, algorithmParams: new asn1js.Null() }
        : { algorithmId: OID.ecdsaWithSha256 },
    ),
    signature: octets(sign('sha256', set, key)),
  });
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: chain.map((one) => Certificate.fromBER(new Uint8Array(one))),
    signerInfos: [signer],
  });
  const whole = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return Buffer.from(whole.toSchema().toBER());
}

/** Certificates inside a signature, as Node knows them. */
export const certificatesIn = (signed: SignedData): X509Certificate[] =>
  (signed.certificates ?? []).flatMap((one) =>
    one instanceof Certificate ? [new X509Certificate(Buffer.from(one.toSchema().toBER()))] : [],
  );
