/** Looks into files that are text: TXT, CSV, SPDX, JSON, XML. Pages and drawings that run in a browser are refused. */
import type { Findings } from './examination';

/** The text of a file: UTF-8, UTF-16 with its mark, or (TXT and CSV) Windows-1252; null when it is no text. */
export function textOf(bytes: Uint8Array, strict: boolean): string | null {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  for (const encoding of wide ? [wide] : strict ? ['utf-8'] : ['utf-8', 'windows-1252']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is looked for
      if (!/[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/.test(text)) return text;
    } catch {
      // Not this encoding.
    }
  }
  return null;
}

const PAGE =
  /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+(html|svg)|html|svg|head|body|script|iframe|object)\b/i;
const REFUSED_PAGE = 'It is a web page or drawing that can run scripts. Please send it as PDF.';

/** A cell that a spreadsheet would compute: "=…", "@…", or a sign before something that is no number. */
const FORMULA = /(^|[,;\t\n"])(=|@|[+-](?![\d.,\s]))[A-Za-z(]/m;

export function examinePlain(bytes: Uint8Array, kind: 'txt' | 'csv' | 'spdx'): Findings {
  const text = textOf(bytes, false);
  if (text === null) return { refusal: 'Its content is not text.' };
  if (PAGE.test(text)) return { refusal: REFUSED_PAGE };
  return { findings: kind === 'csv' && FORMULA.test(text) ? ['holds cells that a spreadsheet would compute'] : [] };
}

export function examineJson(bytes: Uint8Array): Findings {
  const text = textOf(bytes, true);
  if (text === null) return { refusal: 'Its content is not JSON in UTF-8.' };
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return { findings: [] };
  } catch (error) {
    return {
      refusal: `Its content is not JSON: ${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'}`,
    };
  }
}

export function examineXml(bytes: Uint8Array): Findings {
  const text = textOf(bytes, true)?.replace(/^\ufeff/, '');
  if (!text || !/^\s*</.test(text)) return { refusal: 'Its content is not XML.' };
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(text)?.[1]?.toLowerCase() ?? '';
  if (
    PAGE.test(text) ||
    ['svg', 'html'].includes(root) ||
    /http:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg)/.test(text)
  ) {
    return { refusal: REFUSED_PAGE };
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    return { refusal: 'It declares a document type, which can fetch or multiply content. Please send it without one.' };
  }
  if (/<\?xml-stylesheet/i.test(text)) return { findings: ['asks for a style sheet, which can run scripts'] };
  return { findings: [] };
}
