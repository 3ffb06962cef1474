import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractSignature } from '@signpdf/utils';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.server';
import { render } from './render';
import { stopRendering } from './render.server';
import { aP12, PASSPHRASE } from './seal/testing';
import { readP12, SealRefused, type SealSecret, sealPdf, verifySeal } from './seal.server';

const AT = new Date('2026-11-24T09:30:00Z');
const WORDS = { at: AT, reason: 'Issued as CM-2026-000123-L02, v1.0', name: 'Northbridge Hospital · 北橋' };
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

const folder = mkdtempSync(path.join(tmpdir(), 'changemark-seal-'));
const inFolder = (name: string, bytes: Uint8Array | string) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stopRendering();
});

const made = aP12();
const secret: SealSecret = { p12: made.p12, passphrase: PASSPHRASE };

/** A small file, with a form in it; its cross-reference is a table or a stream. */
async function aPdf(stream: boolean, form = false): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const page = doc.addPage([300, 200]);
  page.drawText('May the patch be installed?', { x: 20, y: 150, size: 14 });
  if (form) doc.getForm().createTextField('reference').addToPage(page, { x: 20, y: 50, width: 100, height: 20 });
  return doc.save({ useObjectStreams: stream });
}

async function aLetter(): Promise<Uint8Array> {
  const { ordinary } = catalogue['supplier-request-letter'].samples;
  if (!ordinary) throw new Error('There is no ordinary letter.');
  return (await render('supplier-request-letter', ordinary.model, AT)).bytes;
}

describe('the certificate file', () => {
  it('tells what the certificate says', () => {
    expect(readP12(made.p12, PASSPHRASE, AT)).toMatchObject({
      ok: true,
      subject: 'CN=Northbridge document seal',
      issuer: 'CN=Seaford test authority',
      serial: 'C4A1',
      notBefore: '2026-01-01T00:00:00.000Z',
      notAfter: '2028-01-01T00:00:00.000Z',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      repeatable: true,
    });
  });

  it.each([
    ['a wrong passphrase', made.p12, 'wrong', /passphrase does not open/],
    ['a passphrase outside ASCII', made.p12, 'Größe', /outside ASCII/],
    ['no passphrase', made.p12, '', /passphrase does not open/],
    ['something else', new TextEncoder().encode('%PDF-1.7'), PASSPHRASE, /not a PKCS #12/],
    ['nothing', new Uint8Array(), PASSPHRASE, /not a PKCS #12/],
    ['half of it', made.p12.subarray(0, 900), PASSPHRASE, /not a PKCS #12/],
    ['no key', aP12({ withKey: false }).p12, PASSPHRASE, /no private key/],
    ['a short key', aP12({ bits: 1024 }).p12, PASSPHRASE, /too short: 1024/],
    ['an expired certificate', aP12({ to: new Date('2026-11-01') }).p12, PASSPHRASE, /expired on 2026-11-01/],
    ['one of tomorrow', aP12({ from: new Date('2026-12-01') }).p12, PASSPHRASE, /only from 2026-12-01/],
    ['one for keys only', aP12({ usage: { keyEncipherment: true } }).p12, PASSPHRASE, /not made for signing/],
  ])('is refused in words: %s', (_, p12, passphrase, message) => {
    expect(readP12(p12, passphrase, AT)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it('may say that it is for signing', () => {
    expect(readP12(aP12({ usage: { digitalSignature: true } }).p12, PASSPHRASE, AT)).toMatchObject({ ok: true });
    expect(readP12(aP12({ usage: { nonRepudiation: true } }).p12, PASSPHRASE, AT)).toMatchObject({ ok: true });
  });
});

describe.each([
  ['a letter', aLetter],
  ['a file with a cross-reference table', () => aPdf(false)],
  ['a file with a cross-reference stream', () => aPdf(true)],
  ['a form with a table', () => aPdf(false, true)],
  ['a form with a stream', () => aPdf(true, true)],
])('%s, sealed', (what, make) => {
  let original = new Uint8Array();
  let sealed = new Uint8Array();
  const file = path.join(folder, `${what.replaceAll(' ', '-')}.pdf`);
  beforeAll(async () => {
    original = new Uint8Array(await make());
    sealed = new Uint8Array(await sealPdf(original, secret, WORDS));
    writeFileSync(file, sealed);
  });

  it('begins with the bytes that were approved', () => {
    expect(Buffer.compare(sealed.subarray(0, original.length), original)).toBe(0);
  });

  it('says who sealed it, when, and how much that is worth', async () => {
    const report = await verifySeal(sealed);
    expect(report).toMatchObject({
      sealed: true,
      level: 'B-B',
      intact: true,
      coversWholeFile: true,
      who: 'CN=Northbridge document seal',
      issuer: 'CN=Seaford test authority',
      at: AT.toISOString(),
      reason: WORDS.reason,
    });
    expect(report.words.join(' ')).toMatch(/without a trusted timestamp.*not a qualified seal/);
  });

  it('is the same file when it is sealed again with an RSA key', async () => {
    expect(Buffer.compare(await sealPdf(original, secret, WORDS), sealed)).toBe(0);
  });

  it('is not intact when a byte was changed, wherever', async () => {
    const [, from = 0, to = 0] = extractSignature(Buffer.from(sealed)).ByteRange;
    const step = Math.floor(sealed.length / 50);
    const places = [0, 7, from - 1, to, sealed.length - 1];
    for (let at = step; at < sealed.length; at += step) if (at < from || at >= to) places.push(at);
    for (const at of places) {
      const changed = new Uint8Array(sealed);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      expect((await verifySeal(changed)).intact, `byte ${at}`).toBe(false);
    }
  });

  it('is not intact when the signature itself was changed', async () => {
    const [, from = 0] = extractSignature(Buffer.from(sealed)).ByteRange;
    const filled = Buffer.from(sealed).toString('latin1', from).search(/0{32}/);
    // The value of the signature stands last; the place behind it is filled up with zeros.
    for (const back of [3, 21, 301]) {
      const changed = Buffer.from(sealed);
      const at = from + filled - back;
      changed.write(changed.toString('latin1', at, at + 1) === '7' ? '8' : '7', at, 'latin1');
      expect((await verifySeal(changed)).intact, `${back} back`).toBe(false);
    }
  });

  it('tells that something was added after the seal', async () => {
    const longer = Buffer.concat([sealed, Buffer.from('\n% a note\nstartxref\n0\n%%EOF\n')]);
    const report = await verifySeal(longer);
    expect(report.intact && report.coversWholeFile).toBe(false);
    const twice = await verifySeal(await sealPdf(sealed, secret, { ...WORDS, reason: 'again' }));
    expect(twice).toMatchObject({ intact: true, coversWholeFile: true, reason: 'again' });
  });

  it.skipIf(!has('qpdf'))('is a clean file for qpdf', () => {
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it.skipIf(!has('openssl'))('is what openssl takes for a CMS signature by that authority', () => {
    const { signature, signedData } = extractSignature(Buffer.from(sealed));
    const out = spawnSync(
      'openssl',
      [
        ...[
          'cms',
          '-verify',
          '-inform',
          'DER',
          '-binary',
          '-purpose',
          'any',
          '-out',
          '/dev/null',
          '-attime',
          '1795510800',
        ],
        ...['-in', inFolder('signature.der', Buffer.from(signature, 'latin1'))],
        ...['-content', inFolder('covered.bin', signedData)],
        ...['-CAfile', inFolder('authority.pem', made.authority)],
      ],
      { encoding: 'utf8' },
    );
    expect(out.stderr).toMatch(/verification successful/i);
  });

  it.skipIf(!has('pdfsig'))('is a valid signature over the whole file for poppler', () => {
    const out = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout;
    expect(out).toMatch(/Signature is Valid/i);
    expect(out).toMatch(/Total document signed/i);
    expect(out).toContain('ETSI.CAdES.detached');
  });
});

it('keeps what makes the letter a file for the archive', async () => {
  const original = await aLetter();
  const sealed = await sealPdf(original, secret, WORDS);
  const [before, after] = await Promise.all([PDFDocument.load(original), PDFDocument.load(sealed)]);
  const keys = (doc: PDFDocument) => doc.catalog.keys().map((key) => key.toString());
  expect(keys(after)).toEqual(expect.arrayContaining(keys(before)));
  const parts = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString('latin1')
      .match(/pdfaid:(part|conformance)/g);
  expect(parts(sealed)).toEqual(parts(original));
});

it('keeps the fields of a form', async () => {
  const sealed = await PDFDocument.load(await sealPdf(await aPdf(true, true), secret, WORDS));
  expect(
    sealed
      .getForm()
      .getFields()
      .map((field) => field.getName()),
  ).toEqual(['reference', 'Seal']);
});

it('refuses with words what cannot be sealed', async () => {
  const pdf = await aPdf(false);
  await expect(sealPdf(pdf, { p12: made.p12, passphrase: 'wrong' }, WORDS)).rejects.toThrow(SealRefused);
  await expect(sealPdf(pdf, secret, { ...WORDS, at: new Date('2029-01-01') })).rejects.toThrow(/expired/);
  await expect(sealPdf(new TextEncoder().encode('no pdf'), secret, WORDS)).rejects.toThrow(SealRefused);
  await expect(sealPdf(Buffer.from('%PDF-1.7\nstartxref\n3\n%%EOF'), secret, WORDS)).rejects.toThrow(SealRefused);
});

it('says so of a file without a seal, and of what is no file', async () => {
  expect(await verifySeal(await aPdf(false))).toMatchObject({ sealed: false, level: 'none', intact: false });
  expect(await verifySeal(new TextEncoder().encode('no pdf'))).toMatchObject({ sealed: false, intact: false });
});

it('is not misled by text that looks like the place of a signature', async () => {
  const doc = await PDFDocument.create();
  doc.addPage();
  doc.setTitle('/ByteRange [0 /********** /********** /**********] /Contents <00>');
  const sealed = await sealPdf(await doc.save({ useObjectStreams: false }), secret, WORDS);
  expect(await verifySeal(sealed)).toMatchObject({ intact: true, coversWholeFile: true });
});

it.skipIf(!has('openssl'))('seals with a key on an elliptic curve too, each time anew', async () => {
  const [key, cert, out] = ['ec.key', 'ec.pem', 'ec.p12'].map((name) => path.join(folder, name));
  const run = (...args: (string | undefined)[]) => execFileSync('openssl', args.map(String), { stdio: 'pipe' });
  run(
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    '-days',
    '3650',
    '-subj',
    '/CN=Curve seal/O=Northbridge',
  );
  run('pkcs12', '-export', '-inkey', key, '-in', cert, '-out', out, '-passout', `pass:${PASSPHRASE}`);
  const curve = { p12: readFileSync(out ?? ''), passphrase: PASSPHRASE };
  const at = new Date();
  expect(readP12(curve.p12, PASSPHRASE, at)).toMatchObject({ ok: true, repeatable: false });
  const pdf = await aPdf(false);
  const [one, two] = [await sealPdf(pdf, curve, { ...WORDS, at }), await sealPdf(pdf, curve, { ...WORDS, at })];
  expect(await verifySeal(one)).toMatchObject({ level: 'B-B', intact: true, who: 'O=Northbridge, CN=Curve seal' });
  expect(await verifySeal(two)).toMatchObject({ intact: true });
  expect(Buffer.compare(one, two)).not.toBe(0);
});
