/** Looks into XLSX and DOCX files: taken without macros; what they embed or fetch from elsewhere is said. */
import type { Findings } from './examination';
import { zipEntries, zipText } from './zip.server';

/** Larger than any honest form or list once unpacked: a file made to fill somebody's memory. */
const LARGEST_UNPACKED = 400 * 1024 * 1024;
const PARTS = { xlsx: 'xl/workbook.xml', docx: 'word/document.xml' } as const;

/** Relationships that fetch something from outside when the file is opened; a plain hyperlink waits for a click. */
const FETCHED = /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External["'])(?![^>]*\/hyperlink["'])[^>]*>/i;

const MACROS = 'It holds macros. Please save it without macros, or send it as PDF.';

export function examineOffice(bytes: Buffer, kind: keyof typeof PARTS): Findings {
  const entries = zipEntries(bytes);
  if (!entries?.some(({ name }) => name === PARTS[kind])) {
    return { refusal: `Its content is not that of a ${kind.toUpperCase()} file.` };
  }
  if (entries.some(({ encrypted }) => encrypted)) return { refusal: 'It is protected by a password.' };
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > LARGEST_UNPACKED) return { refusal: 'Unpacked it would be far larger than it looks.' };
  if (entries.some(({ name }) => /vbaproject|vbadata|\.bas$|xl\/macrosheets\//i.test(name))) return { refusal: MACROS };
  const types = entries.find(({ name }) => name === '[Content_Types].xml');
  const listed = types && zipText(bytes, types);
  if (!listed) return { refusal: `Its content is not that of a ${kind.toUpperCase()} file.` };
  if (/macroEnabled|vbaProject|macrosheet/i.test(listed)) return { refusal: MACROS };
  const findings = new Set<string>();
  for (const entry of entries) {
    if (/(^|\/)(embeddings|activeX)\//i.test(entry.name)) findings.add('holds embedded objects');
    if (/\/externalLinks\//i.test(entry.name)) findings.add('fetches values from other files');
    if (!/\.rels$/i.test(entry.name)) continue;
    const text = zipText(bytes, entry);
    if (text === null || FETCHED.test(text)) findings.add('fetches parts from other addresses when it is opened');
  }
  return { findings: [...findings].sort() };
}
