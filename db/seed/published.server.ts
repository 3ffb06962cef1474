/** The published advisories that come with the demonstration, taken in and held against its register. */
import { sql } from 'drizzle-orm';
import { record } from '../../app/audit/append.server';
import { matchAdvisories } from '../../app/features/advisories/match-advisories.server';
import { receiveAdvisory } from '../../app/features/advisories/receive-advisory.server';
import { auditActor } from '../../app/guard/guard.server';
import { inOrganisation } from '../client.server';
import type { DemoActors } from './actors';
import { publishedAdvisories } from './catalogue/csaf.server';

/** Takes all of them in as one act, and matches them before anybody comes in. */
export async function seedPublished({ engineer }: DemoActors): Promise<void> {
  const { orgId } = engineer;
  const published = publishedAdvisories();
  await inOrganisation(engineer, async (tx) => {
    for (const advisory of published)
      await receiveAdvisory(tx, engineer, advisory, { format: 'CSAF 2.0', importId: null });
    await record(tx, auditActor(engineer), {
      action: 'advisory.received',
      object: { type: 'list', id: null, ref: `${published.length} published advisories` },
      detail: { advisories: published.map(({ id }) => id) },
    });
  });
  await matchAdvisories({ orgId });
  // What the register asked for while it was filled is done.
  await inOrganisation(engineer, (tx) =>
    tx.execute(sql`
      delete from pgboss.job where name = 'advisories.match' and state = 'created' and data ->> 'orgId' = ${orgId}`),
  );
}
