/** What a workbook says of itself: its sheets, how it counts days, which formats stand for dates, its shared texts. */
import type { Archive } from '../archives/zip.server';
import { LIMITS, refuse } from '../reader';
import { type XmlHandlers, xmlReader } from '../xml/read-xml';
import { type CellFormat, formatOf } from './cell-formats';
import { readPart, relationsOf, workbookPart } from './package-parts.server';

export interface Sheet {
  name: string;
  part: string;
  hidden: boolean;
}

export interface Workbook {
  sheets: Sheet[];
  /** Days counted from 1904, as old Macintosh programs did. */
  from1904: boolean;
  /** How the numbers in a cell of a style are meant. */
  formats: CellFormat[];
  strings: string[];
}

const MOST_SHEETS = 200;
const MOST_STRINGS = 2_000_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;

export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const part = await workbookPart(archive);
  const relations = await relationsOf(archive, part);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readPart(archive, part, {
    open({ local, attributes }) {
      if (local === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904?.value ?? '');
      if (local !== 'sheet') return;
      const name = attributes.name?.value ?? '';
      const id = Object.values(attributes).find((one) => one.local === 'id' && one.prefix !== '')?.value;
      const found = relations.find((one) => one.id === id);
      if (!found || found.external || (found.type === 'worksheet' && !archive.has(found.target))) {
        return refuse('XLSX', part, `The sheet "${name.slice(0, 60)}" is missing.`);
      }
      if (found.type !== 'worksheet') return;
      sheets.push({ name, part: found.target, hidden: (attributes.state?.value ?? 'visible') !== 'visible' });
      if (sheets.length > MOST_SHEETS) refuse('limit', part, `It has more than ${MOST_SHEETS} sheets.`);
    },
  });
  if (sheets.length === 0) refuse('XLSX', part, 'The workbook has no sheets.');
  const named = (type: string) => relations.find((one) => one.type === type && archive.has(one.target))?.target;
  const styles = named('styles');
  const strings = named('sharedStrings');
  return {
    sheets,
    from1904,
    formats: styles ? await formatsIn(archive, styles) : [],
    strings: strings ? await stringsIn(archive, strings) : [],
  };
}

async function formatsIn(archive: Archive, part: string): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let within = '';
  await readPart(archive, part, {
    open({ local, attributes }) {
      if (local === 'numFmt') codes.set(Number(attributes.numFmtId?.value), attributes.formatCode?.value ?? '');
      else if (local === 'cellXfs' || local === 'cellStyleXfs') within = local;
      else if (local === 'xf' && within === 'cellXfs') {
        const id = Number(attributes.numFmtId?.value ?? 0);
        formats.push(formatOf(id, codes.get(id)));
      }
    },
    close({ local }) {
      if (local === within) within = '';
    },
  });
  return formats;
}

/** Reads a large part as it is unpacked. Parts are UTF-8 as good as always; others are refused by their first bytes. */
export async function streamPart(
  archive: Archive,
  part: string,
  handlers: XmlHandlers,
  where: (place: string) => string,
  pause: (bytes: number) => Promise<void>,
) {
  const reader = xmlReader(handlers, { where });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      return refuse('XML', part, 'This part of the workbook is not written in UTF-8.');
    }
  };
  for await (const piece of archive.pieces(part)) {
    const text = decode(piece);
    if (first && /^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8)/i.test(text)) {
      refuse('XML', part, 'This part of the workbook is not written in UTF-8.');
    }
    first = false;
    const nul = text.indexOf('\0');
    if (nul >= 0) refuse('XML', part, 'This part of the workbook holds NUL characters.');
    reader.write(text);
    await pause(piece.length);
  }
  reader.write(decode());
  reader.end();
}

async function stringsIn(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  let text = '';
  let open = false;
  // How a word is pronounced stands beside it and is no part of it.
  let aside = false;
  const handlers: XmlHandlers = {
    open({ local }) {
      if (local === 'si') text = '';
      else if (local === 'rPh') aside = true;
      open = local === 't' && !aside;
    },
    text(piece) {
      if (open) text += piece;
    },
    close({ local }) {
      open = false;
      if (local === 'rPh') aside = false;
      if (local !== 'si') return;
      characters += text.length;
      if (strings.length >= MOST_STRINGS || characters > MOST_CHARACTERS)
        refuse('limit', part, 'The workbook holds too many texts.');
      if (text.length > LIMITS.text)
        refuse('limit', part, `A text is longer than ${LIMITS.text.toLocaleString('en-GB')} characters.`);
      strings.push(plain(text));
    },
  };
  await streamPart(
    archive,
    part,
    handlers,
    (place) => `${part}, ${place}`,
    async () => undefined,
  );
  return strings;
}

/** "_x000D_" stands for a character that XML cannot hold. */
export const plain = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (whole, code: string) => {
        const sign = Number.parseInt(code, 16);
        return sign === 0 || (sign >= 0xd800 && sign <= 0xdfff) ? whole : String.fromCharCode(sign);
      })
    : text;
