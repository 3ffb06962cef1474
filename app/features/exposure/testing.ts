/** What the tests of exposure and fleet share: advisories with matches and verdicts, as matching writes them. */
import { createHash, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import type { MatchConfidence, MatchState, VersionVerdict } from '../../../db/schema/intake.server';
import type { Advisory } from '../../readers/records';

export const CRITICAL = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

/** Everything of an advisory that a test does not care about. */
export const plainAdvisory = (over: Partial<Advisory> = {}): Advisory => ({
  ...{ id: 'ICSMA-1', title: 'Telemetry receiver', category: 'csaf_security_advisory', publisher: 'CISA' },
  ...{ vendors: ['Spacelabs'], initialReleaseDate: '2026-01-05', currentReleaseDate: '2026-02-05', revision: '1' },
  ...{ summary: '', references: [], products: [], vulnerabilities: [], statements: [] },
  ...over,
});

export interface Named {
  cve: string;
  score?: number | null;
  vector?: string;
  remedy?: string;
}

/** Puts an advisory with its vulnerabilities into an organisation; its id. */
export async function advise(owner: Sql, orgId: string, named: Named[], over: Partial<Advisory> = {}): Promise<string> {
  const id = randomUUID();
  const content = plainAdvisory({
    vulnerabilities: named.map(({ cve }) => ({
      ...{ cve, otherIds: [], title: '', cwe: '', description: '', scores: [], remediations: [] },
    })),
    ...over,
  });
  await owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    await tx`insert into advisories (org_id, id, published_id, publisher, title, format, content, content_sha256, current_release)
      values (${orgId}, ${id}, ${content.id}, ${content.publisher}, ${content.title}, 'CSAF 2.0', ${tx.json(content as never)},
        ${id}, ${content.currentReleaseDate})`;
    for (const { cve, score = 9.8, vector = CRITICAL, remedy = '' } of named) {
      await tx`insert into advisory_cves (org_id, advisory_id, cve, score, vector, remedy)
        values (${orgId}, ${id}, ${cve}, ${score}, ${vector}, ${remedy})`;
    }
  });
  return id;
}

export interface Matched {
  advisoryId: string;
  modelId: string;
  cves: string[];
  confidence?: MatchConfidence;
  state?: MatchState;
  /** Version → verdict on the whole match, or CVE → verdict on it. */
  verdicts?: Record<string, VersionVerdict | Record<string, VersionVerdict>>;
}

/** Puts a match with its verdicts into an organisation; its id. */
export async function matchWith(owner: Sql, orgId: string, of: Matched): Promise<string> {
  const id = randomUUID();
  await owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    await tx`insert into matches (org_id, id, advisory_id, model_id, product_key, products, cves, how, confidence, reasons, state)
      values (${orgId}, ${id}, ${of.advisoryId}, ${of.modelId}, ${id}, '[]', ${of.cves}, 'name',
        ${of.confidence ?? 'certain'}, '[]', ${of.state ?? 'proposed'})`;
    for (const [version, verdict] of Object.entries(of.verdicts ?? {})) {
      const key = createHash('md5').update(version).digest('hex');
      const rows = typeof verdict === 'string' ? { '': verdict } : verdict;
      for (const [cve, one] of Object.entries(rows)) {
        await tx`insert into match_versions (org_id, match_id, model_id, version_key, version, cve, verdict, because)
          values (${orgId}, ${id}, ${of.modelId}, ${key}, ${version}, ${cve}, ${one}, ${`${version} is ${one}`})`;
      }
    }
  });
  return id;
}

/** Loads a KEV catalogue of these vulnerabilities, beside the advisories that are there. */
export const listInKev = (owner: Sql, orgId: string, cves: string[]): Promise<unknown> =>
  owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    await tx`insert into feeds (org_id, feed, as_of, loaded_at)
      values (${orgId}, 'kev', '2026-11-20', now()), (${orgId}, 'advisories', '2026-11-20', now())
      on conflict do nothing`;
    for (const cve of cves) {
      await tx`insert into kev_entries (org_id, cve, added, ransomware, entry) values (${orgId}, ${cve}, '2022-02-10', true, '{}')`;
    }
  });
