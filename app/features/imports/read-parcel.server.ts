/** Reads the files of an archive onto one stage: of a ZIP that a person put together, or of a signed bundle. */
import { stat, writeFile } from 'node:fs/promises';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { bundleKeys, importRows } from '../../../db/schema/index.server';
import { inTheBackground } from '../../audit/outsiders';
import { type Archive, openArchive } from '../../readers/archives/zip.server';
import { refuse, type Source } from '../../readers/reader';
import type { FileHead, FileKind, FileRecord, Problem } from '../../readers/records';
import type { ImportRow } from './import-row.server';
import { MANIFEST } from './parcels/bundle-manifest';
import { type OpenedBundle, openBundle } from './parcels/open-bundle.server';
import { withFile } from './reading-file.server';
import { feedOf, newestFeeds, purposeProblem, type RenewedFeed } from './reading-rules';
import { clearStage, stageRows } from './stage.server';
import { stageFile } from './staging.server';

export interface ReadParcel {
  head: FileHead;
  feeds: RenewedFeed[];
  /** Rows that are more than the refusal of a file. */
  rows: number;
}

interface FileInParcel {
  name: string;
  format: string;
  valid: boolean;
  records: number;
}

/** Kind under which the refusal of a whole file stands among the rows. */
const REFUSED_AS: Partial<Record<FileKind, FileRecord['kind']>> = { kev: 'kev', epss: 'epss', support: 'support' };

const trustedKeys = (orgId: string) =>
  inOrganisation(inTheBackground(orgId), (tx) =>
    tx
      .select({ name: bundleKeys.name, publicKey: bundleKeys.publicKey })
      .from(bundleKeys)
      .where(and(eq(bundleKeys.orgId, orgId), isNull(bundleKeys.retiredAt))),
  );

async function opened(row: ImportRow, archive: Archive): Promise<OpenedBundle | null> {
  if (archive.has(MANIFEST)) return openBundle(archive, await trustedKeys(row.orgId));
  if (row.options.byItself) {
    refuse(
      'bundle signature',
      MANIFEST,
      'A ZIP that comes in without a person has to be a signed bundle; this has no manifest.',
    );
  }
  return null;
}

async function extracted<T>(archive: Archive, name: string, work: (source: Source) => Promise<T>): Promise<T> {
  return withFile(async (path) => {
    await writeFile(path, archive.pieces(name), { mode: 0o600, flag: 'wx' });
    const { size } = await stat(path);
    return work({ path, name, size });
  });
}

/** Throws a Refusal when the archive as a whole is not taken. Files that are invalid become refused rows. */
export async function readParcel(row: ImportRow, path: string): Promise<ReadParcel> {
  const archive = await openArchive({ path });
  try {
    const bundle = await opened(row, archive);
    const names = bundle
      ? bundle.manifest.files.map(({ name }) => name)
      : archive.names.filter((one) => !one.endsWith('/'));
    const files: FileInParcel[] = [];
    const feeds: RenewedFeed[] = [];
    const counts: FileHead['counts'] = {};
    let last = 0;
    let rows = 0;
    for (const [index, name] of names.entries()) {
      const where = { after: last, within: name, done: Math.floor((row.size * index) / names.length) };
      const staged = await extracted(archive, name, (source) => stageFile(row, source, where));
      const { head } = staged;
      const problem = head.valid ? purposeProblem(row.purpose, head) : null;
      const errors = problem ? [problem] : head.errors;
      const valid = errors.length === 0;
      files.push({ name, format: head.format, valid, records: staged.last - last });
      if (valid) {
        await keepFormat(row, last, head.format);
        rows += staged.last - last;
        last = staged.last;
        const feed = feedOf(head, bundle?.manifest.as_of ?? null);
        if (feed) feeds.push(feed);
        for (const [kind, n] of Object.entries(head.counts) as [FileRecord['kind'], number][]) {
          counts[kind] = (counts[kind] ?? 0) + n;
        }
      } else {
        await refuseFile(row, last, name, head, errors);
        last += 1;
      }
    }
    const facts = {
      files: files.slice(0, 500),
      ...(bundle
        ? { signed_by: bundle.signedBy, made_at: bundle.manifest.made_at, made_by: bundle.manifest.made_by }
        : {}),
    };
    const format = `${bundle ? 'Signed bundle' : 'ZIP'} of ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
    const asOf = bundle?.manifest.as_of ?? null;
    const head: FileHead = { kind: null, format, valid: true, errors: [], warnings: [], asOf, facts, counts };
    return { head, feeds: newestFeeds(feeds), rows };
  } finally {
    archive.close();
  }
}

/** Documents of one archive have formats of their own, and are kept with them. */
const keepFormat = (row: ImportRow, after: number, format: string) =>
  inOrganisation(inTheBackground(row.orgId), (tx) =>
    tx
      .update(importRows)
      .set({ cells: [format] })
      .where(
        and(
          eq(importRows.orgId, row.orgId),
          eq(importRows.importId, row.id),
          gt(importRows.n, after),
          eq(importRows.kind, 'advisory'),
        ),
      ),
  );

/** Takes what an invalid file gave off the stage again; one refused row says why. */
const refuseFile = (row: ImportRow, after: number, name: string, head: FileHead, problems: Problem[]) =>
  inOrganisation(inTheBackground(row.orgId), async (tx) => {
    await clearStage(tx, row.orgId, row.id, gt(importRows.n, after));
    const kind = (head.kind && REFUSED_AS[head.kind]) ?? 'advisory';
    const refused = { n: after + 1, place: name, kind, label: name, outcome: 'refused' as const };
    const told = problems.slice(0, 20).map((one) => ({ ...one, place: `${name}: ${one.place}`.replace(/: $/, '') }));
    await stageRows(tx, row.orgId, row.id, [
      { ...refused, problems: told, value: { refusedFile: name, format: head.format } },
    ]);
  });
