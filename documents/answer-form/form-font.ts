/**
 * The font of the fields: the whole face, embedded, with the one-byte encoding that every program for filling forms
 * knows. PDF/A wants the font of a field on board too, and a subset would not hold what somebody is yet to write.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Font } from '@react-pdf/renderer';
import type { PDFDocument, PDFRef } from 'pdf-lib';
import { projectRoot } from '../../db/project-root';
import { isMeasured } from '../fonts/face';
import { BASE } from '../fonts/register';

/** Codes 128 to 159 of WinAnsi; a space where there is none. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const characterOf = (code: number) =>
  code >= 128 && code < 160 ? (HIGH[code - 128] ?? ' ') : String.fromCharCode(code);

/** A text in WinAnsi, as the hexadecimal string of a content stream; what the encoding lacks becomes a question mark. */
export function winAnsiHex(text: string): string {
  const codes = Array.from(text.normalize('NFC'), (sign) => {
    const high = HIGH.indexOf(sign);
    if (high >= 0 && sign !== ' ') return 128 + high;
    const code = sign.codePointAt(0) ?? 63;
    return (code >= 32 && code < 127) || (code >= 160 && code < 256) ? code : 63;
  });
  return `<${codes.map((code) => code.toString(16).padStart(2, '0')).join('')}>`;
}

/** Embeds the face of all text. */
export function embedFormFont(pdf: PDFDocument): PDFRef {
  const { context } = pdf;
  const face: unknown = Font.getFont({ fontFamily: BASE, fontWeight: 400 })?.data;
  if (!isMeasured(face)) throw new Error(`Font family did not load: ${BASE}`);
  const bytes = readFileSync(path.join(projectRoot(), 'documents', 'fonts', 'LiberationSans-Regular.ttf'));
  const scale = (units: number) => Math.round((units * 1000) / face.unitsPerEm);
  const file = context.register(context.flateStream(new Uint8Array(bytes), { Length1: bytes.length }));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'LiberationSans',
      Flags: 32,
      FontBBox: [face.bbox.minX, face.bbox.minY, face.bbox.maxX, face.bbox.maxY].map(scale),
      ItalicAngle: 0,
      Ascent: scale(face.ascent),
      Descent: scale(face.descent),
      CapHeight: scale(face.capHeight),
      StemV: 80,
      FontFile2: file,
    }),
  );
  const widths = Array.from({ length: 224 }, (_, index) =>
    scale(face.glyphForCodePoint(characterOf(index + 32).codePointAt(0) ?? 32).advanceWidth),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: 'LiberationSans',
      Encoding: 'WinAnsiEncoding',
      FirstChar: 32,
      LastChar: 255,
      Widths: widths,
      FontDescriptor: descriptor,
    }),
  );
}
