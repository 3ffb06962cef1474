/** Reads the seal of a file back and says in words what it is worth; no network, no list of trusted issuers. */
import { createHash, timingSafeEqual, verify, type X509Certificate } from 'node:crypto';
import { SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import * as asn1js from 'asn1js';
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import { type Attribute, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { certificatesIn, OID } from './cms';
import { readPdf } from './incremental';

export interface SealReport {
  sealed: boolean;
  /** B-B: PAdES baseline without a timestamp. other: a signature that is no PAdES baseline. */
  level: 'none' | 'B-B' | 'other';
  /** The covered bytes are those that were sealed, by the key of the certificate inside. */
  intact: boolean;
  /** Nothing was added after the seal. */
  coversWholeFile: boolean;
  /** Subject of the certificate; empty when there is none. */
  who: string;
  issuer: string;
  serial: string;
  fingerprint: string;
  /** The time that the sealing computer claims (ISO instant); null when it says none. */
  at: string | null;
  reason: string;
  /** All of it in sentences. */
  words: string[];
}

const NONE: SealReport = {
  sealed: false,
  level: 'none',
  intact: false,
  coversWholeFile: false,
  who: '',
  issuer: '',
  serial: '',
  fingerprint: '',
  at: null,
  reason: '',
  words: ['This file carries no seal.'],
};

const key = (text: string) => PDFName.of(text);
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest();
const equal = (a: Uint8Array, b: Uint8Array) => a.length === b.length && timingSafeEqual(a, b);

/**
 * Checks the last seal of a PDF. Never throws on a damaged file: what cannot be read is not intact, and the words say so.
 */
export async function verifySeal(bytes: Uint8Array): Promise<SealReport> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let signature: PDFDict | undefined;
  try {
    signature = lastSignature(await readPdf(bytes));
  } catch {
    signature = undefined;
  }
  if (!signature)
    return file.includes('/ByteRange')
      ? { ...NONE, sealed: true, words: ['The file is damaged: its seal cannot be read.'] }
      : NONE;
  const text = (name: string) => signature.lookupMaybe(key(name), PDFString, PDFHexString)?.decodeText() ?? '';
  const said = { at: isoTime(text('M')), reason: text('Reason') };
  try {
    return report(file, signature, said);
  } catch {
    return { ...NONE, ...said, sealed: true, words: ['The seal is damaged: it cannot be read.'] };
  }
}

function lastSignature(doc: PDFDocument): PDFDict | undefined {
  const fields = doc.catalog.lookupMaybe(key('AcroForm'), PDFDict)?.lookupMaybe(key('Fields'), PDFArray);
  const sealed = (fields?.asArray() ?? [])
    .map((field) => doc.context.lookup(field, PDFDict))
    .filter((field) => field.lookupMaybe(key('FT'), PDFName) === key('Sig'))
    .flatMap((field) => field.lookupMaybe(key('V'), PDFDict) ?? []);
  return sealed.at(-1);
}

function report(file: Buffer, signature: PDFDict, said: Pick<SealReport, 'at' | 'reason'>): SealReport {
  const range = signature
    .lookup(key('ByteRange'), PDFArray)
    .asArray()
    .map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN));
  const [zero = -1, from = -1, to = -1, rest = -1] = range;
  const hex = file.toString('latin1', from, to);
  const contents = signature.lookup(key('Contents'), PDFHexString).asBytes();
  // The only bytes left out are the signature itself, between its brackets.
  const sound =
    zero === 0 &&
    to > from &&
    to + rest <= file.length &&
    /^<[0-9a-f]*>$/i.test(hex) &&
    equal(Buffer.from(hex.slice(1, -1), 'hex'), contents);
  const covered = sound ? Buffer.concat([file.subarray(0, from), file.subarray(to, to + rest)]) : Buffer.alloc(0);
  const cms = readCms(contents);
  const intact = sound && cms.certificate !== null && signed(cms, covered, cms.certificate);
  const coversWholeFile = sound && to + rest === file.length;
  const baseline =
    signature.lookup(key('SubFilter'), PDFName) === key(SUBFILTER_ETSI_CADES_DETACHED) &&
    cms.namesCertificate &&
    !cms.attributes.some(({ type }) => type === OID.signingTime);
  const level = baseline ? 'B-B' : 'other';
  const who = cms.certificate ? line(cms.certificate.subject) : '';
  return {
    ...said,
    sealed: true,
    level,
    intact,
    coversWholeFile,
    who,
    issuer: cms.certificate ? line(cms.certificate.issuer) : '',
    serial: cms.certificate?.serialNumber ?? '',
    fingerprint: cms.certificate?.fingerprint256.replaceAll(':', '').toLowerCase() ?? '',
    words: [
      intact
        ? `The sealed bytes are unchanged since they were sealed with the certificate of ${who}.`
        : 'The seal does not fit the file: the file was changed after it was sealed, or the seal is damaged.',
      coversWholeFile
        ? 'The seal covers the whole file.'
        : 'The seal does not cover the whole file: something was added after it.',
      baseline
        ? 'Level: PAdES B-B, a signature without a trusted timestamp. The time in it is that of the sealing computer.'
        : 'Level: a signature that is not of the PAdES baseline.',
      ...(cms.timestamped ? ['It carries a timestamp, which is not checked here.'] : []),
      'Whether the issuer of the certificate is to be trusted is not checked here. This is not a qualified seal.',
    ],
  };
}

interface ReadCms {
  signer: SignerInfo;
  attributes: Attribute[];
  certificate: X509Certificate | null;
  /** The signed attributes name this certificate and no other (RFC 5035). */
  namesCertificate: boolean;
  timestamped: boolean;
}

function readCms(contents: Uint8Array): ReadCms {
  // Zeros after the signature fill its place up; the parser stops where the signature ends.
  const { result, offset } = asn1js.fromBER(new Uint8Array(contents));
  if (offset === -1) throw new Error('The signature is not ASN.1.');
  const signedData = new SignedData({ schema: new ContentInfo({ schema: result }).content });
  const [signer] = signedData.signerInfos;
  if (!signer || !(signer.sid instanceof IssuerAndSerialNumber)) throw new Error('The signature names nobody.');
  const serial = Buffer.from(signer.sid.serialNumber.valueBlock.valueHexView).toString('hex').replace(/^0+/, '');
  const certificate =
    certificatesIn(signedData).find((one) => one.serialNumber.toLowerCase().replace(/^0+/, '') === serial) ?? null;
  const attributes = signer.signedAttrs?.attributes ?? [];
  const named = Buffer.from(valueIn(attributes, OID.signingCertificateV2)?.toBER() ?? new ArrayBuffer(0));
  return {
    signer,
    attributes,
    certificate,
    namesCertificate: certificate !== null && named.includes(sha256(certificate.raw)),
    timestamped: signer.unsignedAttrs?.attributes.some(({ type }) => type === OID.signatureTimestamp) ?? false,
  };
}

const valueIn = (attributes: Attribute[], wanted: string): asn1js.BaseBlock | undefined =>
  attributes.find(({ type }) => type === wanted)?.values[0];

/** Whether the attributes hold the digest of these bytes, and the certificate's key signed the attributes. */
function signed({ signer, attributes }: ReadCms, covered: Buffer, certificate: X509Certificate): boolean {
  const digest = valueIn(attributes, OID.messageDigest);
  const kind = valueIn(attributes, OID.contentType);
  if (!(digest instanceof asn1js.OctetString) || !(kind instanceof asn1js.ObjectIdentifier)) return false;
  if (kind.getValue() !== OID.data || signer.digestAlgorithm.algorithmId !== OID.sha256) return false;
  if (!equal(new Uint8Array(digest.valueBlock.valueHexView), sha256(covered))) return false;
  // In the signature the attributes stand under the tag [0]; signed were the same bytes as a SET.
  const set = Buffer.from(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (set.length === 0) return false;
  set[0] = 0x31;
  return verify('sha256', set, certificate.publicKey, Buffer.from(signer.signature.valueBlock.valueHexView));
}

const line = (name: string): string => name.split('\n').reverse().join(', ');

/** "D:20261124093000Z" as an ISO instant; null for what is none. */
function isoTime(text: string): string | null {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?)?/.exec(text);
  if (!found) return null;
  const [, y, mo, d, h, mi, s, zone, minutes = '00'] = found;
  const at = new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}${zone ? `${zone}:${minutes}` : 'Z'}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
