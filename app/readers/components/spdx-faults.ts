/** What is wrong with an SPDX 2 document: its shape first, then what ids in it point at. */
import Ajv, { type ValidateFunction } from 'ajv';
import { LIMITS } from '../reader';
import type { Problem } from '../records';
import { problemsOf } from './schema-problems';
import { spdxSchema } from './spdx-schema';
import { type SpdxDocument, type SpdxVersion, shortVersion } from './spdx-shape';

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)Z$/;

/** Whether a text is a moment as SPDX writes it, on a day that exists. */
export function isSpdxMoment(written: string): boolean {
  const [, year, month, day] = MOMENT.exec(written) ?? [];
  if (!year) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

const built = new Map<string, ValidateFunction>();

function validator(version: SpdxVersion, allErrors: boolean): ValidateFunction {
  const key = `${version} ${allErrors}`;
  let found = built.get(key);
  if (!found) {
    const ajv = new Ajv({ allErrors, strict: false });
    ajv.addFormat('spdx-moment', isSpdxMoment);
    found = ajv.compile(spdxSchema(version));
    built.set(key, found);
  }
  return found;
}

const SMALL = 1024 * 1024;

/** Faults of a document; none when it is as the standard wants it. Of the shape of a large file only the first. */
export function spdxFaults(document: unknown, version: SpdxVersion, size: number): Problem[] {
  const rule = `SPDX ${shortVersion(version)}`;
  const first = validator(version, false);
  if (first(document)) return idFaults(document as SpdxDocument, rule);
  if (size > SMALL) return problemsOf(rule, first.errors);
  const all = validator(version, true);
  all(document);
  return problemsOf(rule, all.errors);
}

const LENGTHS: Record<string, number> = { SHA1: 40, SHA224: 56, SHA256: 64, SHA384: 96, SHA512: 128, MD5: 32 };

function idFaults(document: SpdxDocument, rule: string): Problem[] {
  const faults: Problem[] = [];
  const fault = (place: string, message: string) => {
    if (faults.length <= LIMITS.problems) faults.push({ place, rule, message });
  };
  const known = new Set([document.SPDXID]);
  const parts = ['packages', 'files', 'snippets'] as const;
  for (const part of parts) {
    for (const [n, one] of (document[part] ?? []).entries()) {
      if (known.has(one.SPDXID)) fault(`/${part}/${n}/SPDXID`, `The identifier "${one.SPDXID}" stands for two things.`);
      known.add(one.SPDXID);
      if ('checksums' in one) checksumFaults(one.checksums, `/${part}/${n}`, fault);
    }
  }
  const others = new Set(document.externalDocumentRefs?.map(({ externalDocumentId }) => externalDocumentId));
  const pointsAt = (target: string, place: string, nothing = false): void => {
    if (known.has(target) || (nothing && /^(NONE|NOASSERTION)$/.test(target))) return;
    const [, other] = /^(DocumentRef-[a-zA-Z0-9.+-]+):SPDXRef-[a-zA-Z0-9.-]+$/.exec(target) ?? [];
    if (other && others.has(other)) return;
    const shown = target.slice(0, 120);
    fault(place, other ? `"${shown}" is in a document that is not listed.` : `"${shown}" is the id of nothing here.`);
  };
  for (const [n, one] of (document.relationships ?? []).entries()) {
    pointsAt(one.spdxElementId, `/relationships/${n}/spdxElementId`);
    pointsAt(one.relatedSpdxElement, `/relationships/${n}/relatedSpdxElement`, true);
  }
  for (const [n, id] of (document.documentDescribes ?? []).entries()) pointsAt(id, `/documentDescribes/${n}`);
  for (const [n, one] of (document.packages ?? []).entries()) {
    for (const [m, id] of (one.hasFiles ?? []).entries()) pointsAt(id, `/packages/${n}/hasFiles/${m}`);
  }
  for (const [n, one] of (document.snippets ?? []).entries()) {
    pointsAt(one.snippetFromFile, `/snippets/${n}/snippetFromFile`);
  }
  return faults;
}

function checksumFaults(checksums: unknown, place: string, fault: (place: string, message: string) => void): void {
  if (!Array.isArray(checksums)) return;
  for (const [n, { algorithm, checksumValue }] of checksums.entries()) {
    const length = LENGTHS[algorithm];
    if (length && checksumValue.length !== length) {
      fault(
        `${place}/checksums/${n}`,
        `A checksum of ${algorithm} has ${length} digits, this one has ${checksumValue.length}.`,
      );
    }
  }
}
