/** Tells what a file is by what it holds. Its name is never asked: people rename files, and mails lose endings. */

import type { FileKind } from './records';
import { isKnownHeading } from './tables/headings';
import { holdsCarriers } from './udi/carriers-in-json';
import { looksLikeCarrier } from './udi/looks-like-carrier';

type Fields = Record<string, unknown>;

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

const mentions = (value: unknown, pattern: RegExp): boolean =>
  [value].flat().some((one) => typeof one === 'string' && pattern.test(one));

/**
 * The kind of a JSON document; null when it is none that is read here. A document that only begins to say what it is
 * (`bomFormat` with a wrong value, say) is taken by its word, so that its reader can name what is wrong.
 */
export function kindOfJson(json: unknown): FileKind | null {
  if (holdsCarriers(json, looksLikeCarrier)) return 'udi';
  const top = fieldsOf(json);
  if (!top) return null;
  const document = fieldsOf(top.document);
  if (document && ('csaf_version' in document || 'tracking' in document)) return 'csaf';
  if ('bomFormat' in top) return 'cyclonedx';
  if ('spdxVersion' in top || mentions(top['@context'], /spdx\.(org|dev)/i)) return 'spdx';
  if (mentions(top['@context'], /openvex/i)) return 'openvex';
  if ('catalogVersion' in top || ('vulnerabilities' in top && 'dateReleased' in top)) return 'kev';
  if (typeof top.resourceType === 'string') return 'fhir';
  if ('products' in top) return 'support';
  return null;
}

/** What the beginning of a file that is text shows. JSON and XML are looked into by those who can read them. */
export type TextShape = 'json' | 'xml' | 'epss' | 'spdx' | 'udi' | 'table' | 'other';

/** @param beginning first characters of the file, without a byte order mark; the last line may be cut */
export function shapeOfText(beginning: string): TextShape {
  const start = beginning.trimStart();
  // Comments are no JSON, and no other kind begins with them: the reader says so.
  if (/^([{[]|\/[/*])/.test(start)) return 'json';
  if (start.startsWith('<')) return 'xml';
  if (/^#\s*model_version|^cve\s*,\s*epss\b|^CVE-\d+-\d+,[\d.]+,[\d.]+\s/i.test(start)) return 'epss';
  const lines = start.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.slice(0, 50).some((line) => /^SPDXVersion:/.test(line))) return 'spdx';
  const [heading = ''] = lines;
  const columns = /[,;\t|]/.test(heading) && !looksLikeCarrier(heading);
  const carriers = lines.filter(looksLikeCarrier).length;
  if (!columns && carriers > 0 && carriers * 2 >= lines.length) return 'udi';
  // Prose has no heading of columns; a single column is only taken for a table by a heading that is known.
  if (/[,;\t|]/.test(heading) || (lines.length > 1 && isKnownHeading(heading))) return 'table';
  // A title may stand above the headings.
  return lines.slice(0, 30).some((line) => knownHeadings(line) > 1) ? 'table' : 'other';
}

const knownHeadings = (line: string): number =>
  line.split(/[,;\t|]/).filter((cell) => isKnownHeading(cell.replace(/^\s*"|"\s*$/g, ''))).length;
