/** The feeds of the demonstration: KEV whole, an excerpt of EPSS, and how old each is. See catalogue/NOTICE.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { max } from 'drizzle-orm';
import { kevEntryOf, type PublishedKevEntry } from '../../app/readers/kev/kev-entry';
import { inOrganisation, type Tx } from '../client.server';
import { projectRoot } from '../project-root';
import { advisories, epssScores, feeds, kevEntries } from '../schema/index.server';
import type { DemoActors } from './actors';

const packed = (name: string): Buffer => readFileSync(join(projectRoot(), 'db', 'seed', 'catalogue', name));

async function seedKev(tx: Tx, orgId: string): Promise<void> {
  const catalogue: { catalogVersion: string; dateReleased: string; vulnerabilities: PublishedKevEntry[] } = JSON.parse(
    gunzipSync(packed('kev.json.gz')).toString('utf8'),
  );
  const rows = catalogue.vulnerabilities.map(kevEntryOf).map((entry) => {
    const { cve, added, due, ransomware } = entry;
    return { orgId, cve, added, due, ransomware, entry };
  });
  await tx.insert(kevEntries).values(rows);
  await hold(tx, orgId, 'kev', catalogue.dateReleased.slice(0, 10), catalogue.catalogVersion, rows.length);
}

async function seedEpss(tx: Tx, orgId: string): Promise<void> {
  const [model = '', , ...lines] = packed('epss-sample.csv').toString('utf8').trim().split('\n');
  const [, edition = '', day = ''] = /model_version:([^,]+),score_date:(\d{4}-\d\d-\d\d)/.exec(model) ?? [];
  const rows = lines.map((line) => {
    const [cve = '', score, percentile] = line.trim().split(',');
    return { orgId, cve, score: Number(score), percentile: Number(percentile), scoredOn: day };
  });
  await tx.insert(epssScores).values(rows);
  await hold(tx, orgId, 'epss', day, `${edition}, an excerpt`, rows.length);
}

async function hold(
  tx: Tx,
  orgId: string,
  feed: 'advisories' | 'kev' | 'epss',
  asOf: string | null,
  edition: string,
  entries: number,
): Promise<void> {
  await tx.insert(feeds).values({ orgId, feed, asOf, edition, entries, loadedAt: new Date() });
}

/** After the advisories: how new those are is the day of the newest. */
export const seedFeeds = ({ engineer }: DemoActors): Promise<void> =>
  inOrganisation(engineer, async (tx) => {
    const { orgId } = engineer;
    await seedKev(tx, orgId);
    await seedEpss(tx, orgId);
    const [newest] = await tx.select({ day: max(advisories.currentRelease) }).from(advisories);
    await hold(tx, orgId, 'advisories', newest?.day ?? null, '', await tx.$count(advisories));
  });
