/** The parts of an XLSX archive: which file is the workbook, and which others it relates to. */
import { posix } from 'node:path';
import type { Archive } from '../archives/zip.server';
import { refuse } from '../reader';
import { openXml } from '../xml/open-xml.server';
import { type XmlHandlers, xmlReader } from '../xml/read-xml';

/** Most bytes of a part that is read whole: all but sheets and shared strings. */
const WHOLE = 8 * 1024 * 1024;

export interface Relation {
  id: string;
  /** Last word of the type: "worksheet", "styles". */
  type: string;
  target: string;
  external: boolean;
}

/** Reads a small part whole. */
export async function readPart(archive: Archive, name: string, handlers: XmlHandlers): Promise<void> {
  const { text } = openXml(await archive.bytes(name, WHOLE));
  const reader = xmlReader(handlers, { where: (place) => `${name}, ${place}` });
  reader.write(text);
  reader.end();
}

/** What a part relates to; nothing when it relates to nothing. Targets are names within the archive. */
export async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const name = posix.join(dir, '_rels', `${base}.rels`);
  if (!archive.has(name)) return [];
  const relations: Relation[] = [];
  await readPart(archive, name, {
    open({ local, attributes }) {
      if (local !== 'Relationship') return;
      const target = attributes.Target?.value ?? '';
      const external = attributes.TargetMode?.value === 'External';
      relations.push({
        id: attributes.Id?.value ?? '',
        type: attributes.Type?.value.split('/').at(-1) ?? '',
        target: external ? target : posix.join('.', target.startsWith('/') ? target.slice(1) : posix.join(dir, target)),
        external,
      });
    },
  });
  return relations;
}

/** What may run, fetch or hide something, by where it stands in the archive. */
const UNWANTED: readonly [RegExp, string][] = [
  [/(^|\/)vbaProject\.bin$|(^|\/)macrosheets\//i, 'The workbook holds macros. Please save it without them (.xlsx).'],
  [/(^|\/)externalLinks\//i, 'The workbook takes values from other files. Please send it with values only.'],
  [
    /(^|\/)(connections\.xml|queryTables\/|model\/|customData\/)/i,
    'The workbook takes data from elsewhere. Please send it with values only.',
  ],
  [
    /(^|\/)(embeddings|activeX|ctrlProps)\//i,
    'The workbook holds other documents or controls. Please send a plain table.',
  ],
];

/** Name of the workbook in an archive, once nothing in it may run or fetch anything. */
export async function workbookPart(archive: Archive): Promise<string> {
  for (const [pattern, message] of UNWANTED) {
    const found = archive.names.find((name) => pattern.test(name));
    if (found) refuse('macro', found, message);
  }
  if (!archive.has('[Content_Types].xml')) {
    refuse('format', '', 'The archive holds no spreadsheet (XLSX).');
  }
  await readPart(archive, '[Content_Types].xml', {
    open({ attributes }) {
      const type = attributes.ContentType?.value ?? '';
      if (/macroEnabled|vbaProject/i.test(type))
        refuse('macro', '[Content_Types].xml', 'The workbook holds macros. Please save it without them (.xlsx).');
      if (/ms-excel\.sheet\.binary/i.test(type))
        refuse('format', '', 'This is a binary workbook (.xlsb). Please save it as .xlsx.');
    },
  });
  const root = (await relationsOf(archive, '')).find(({ type, external }) => type === 'officeDocument' && !external);
  if (!root || !/(^|\/)workbook[^/]*\.xml$/i.test(root.target) || !archive.has(root.target)) {
    return refuse('format', '', 'The archive holds no spreadsheet (XLSX).');
  }
  return root.target;
}
