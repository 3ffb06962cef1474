/**
 * Looks where administrators said that feeds come from: a folder each minute, an address once a day. What is new there
 * becomes an import like any other; it is applied without a person only when nothing of it is refused.
 */
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../../db/client.server';
import { feeds, imports } from '../../../../db/schema/index.server';
import { record } from '../../../audit/append.server';
import type { AuditEvent } from '../../../audit/events';
import { inTheBackground } from '../../../audit/outsiders';
import { organisationsWithChains } from '../../../audit/verify.server';
import type { SpooledFile } from '../../files/spool.server';
import { fileOf, keepImport } from '../bring-files.server';
import { checkFolder, filesSince, openFound } from './feed-folder.server';
import { fetchAddress, NotFetched } from './fetch-address.server';

type FeedRow = typeof feeds.$inferSelect;

/** An address is asked once a day; feeds do not change more often than that. */
const ADDRESS_EVERY_MS = 20 * 3_600_000;

/** Every organisation. One feed's trouble leaves the others alone. */
export async function lookAtFeeds(): Promise<number> {
  let brought = 0;
  for (const { id } of await organisationsWithChains()) brought += await lookAtFeedsOf(id);
  return brought;
}

/** @param now also the addresses that were asked today: somebody pressed "look now" */
export async function lookAtFeedsOf(orgId: string, { now = false } = {}): Promise<number> {
  const rows = await inOrganisation(inTheBackground(orgId), (tx) =>
    tx
      .select()
      .from(feeds)
      .where(and(eq(feeds.orgId, orgId), or(sql`${feeds.folder} <> ''`, sql`${feeds.address} <> ''`))),
  );
  let brought = 0;
  for (const row of rows) brought += await lookAt(row, now);
  return brought;
}

async function lookAt(row: FeedRow, now: boolean): Promise<number> {
  const begun = new Date();
  const problems: string[] = [];
  let brought = 0;
  if (row.folder) {
    const found = await inFolder(row);
    if (typeof found === 'string') problems.push(found);
    else brought += found;
  }
  const asked = row.lookedAt !== null && begun.getTime() - row.lookedAt.getTime() < ADDRESS_EVERY_MS;
  if (row.address && (now || !asked)) {
    const found = await atAddress(row);
    if (typeof found === 'string') problems.push(found);
    else brought += found;
  } else if (row.address && !row.folder) return brought;
  await inOrganisation(inTheBackground(row.orgId), (tx) =>
    tx
      .update(feeds)
      // A folder is looked at each minute; the clock of an address must not be put forward by that.
      .set({ ...(row.address && asked && !now ? {} : { lookedAt: begun }), lookProblem: problems.join(' ') })
      .where(and(eq(feeds.orgId, row.orgId), eq(feeds.feed, row.feed))),
  );
  return brought;
}

/** How many files were brought, or what is wrong with the folder. */
async function inFolder(row: FeedRow): Promise<number | string> {
  const folder = await checkFolder(row.folder);
  if (!folder.ok) return folder.message;
  try {
    const found = await filesSince(folder.path, row.lookedAt);
    const fresh = await unknown(row.orgId, found);
    for (const one of fresh) {
      const file = await openFound(one);
      try {
        await bring(row, file, `folder:${row.folder}`);
      } finally {
        await file.close();
      }
    }
    return fresh.length;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'ENOENT' && code !== 'EIO') throw error;
    return `The folder cannot be read (${code}).`;
  }
}

async function atAddress(row: FeedRow): Promise<number | string> {
  try {
    const { bytes, name } = await fetchAddress(row.address);
    const file = fileOf(name, bytes);
    const fresh = await unknown(row.orgId, [file]);
    for (const one of fresh) await bring(row, one, `address:${row.address}`);
    return fresh.length;
  } catch (error) {
    if (error instanceof NotFetched) return `${new URL(row.address).host}: ${error.message}`;
    throw error;
  }
}

/** Those whose bytes were never brought before, by whomever. */
async function unknown<File extends { sha256: string }>(orgId: string, found: readonly File[]): Promise<File[]> {
  if (found.length === 0) return [];
  const known = await inOrganisation(inTheBackground(orgId), (tx) =>
    tx
      .select({ sha256: imports.sha256 })
      .from(imports)
      .where(
        and(
          eq(imports.orgId, orgId),
          inArray(
            imports.sha256,
            found.map(({ sha256 }) => sha256),
          ),
        ),
      ),
  );
  const there = new Set(known.map(({ sha256 }) => sha256));
  return found.filter(({ sha256 }) => !there.has(sha256));
}

const bring = (row: FeedRow, file: SpooledFile, broughtBy: string): Promise<void> =>
  inOrganisation(inTheBackground(row.orgId), async (tx) => {
    const by = inTheBackground(row.orgId);
    const options = { byItself: true };
    const kept: { event: AuditEvent } = await keepImport(tx, by, file, { purpose: 'feed', broughtBy, options });
    await record(tx, by, kept.event);
  });
