/** What the page of a new campaign shows: the makers and models that the named vulnerabilities hit. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { readVulnerabilities } from '../changes/vulnerability-input';
import { storableText } from '../text-input';
import { MOST_VULNERABILITIES } from './campaign-form';
import { findHits, type HitMaker } from './find-hits.server';

export interface CampaignSearch {
  /** As typed. */
  text: string;
  problems: string[];
  /** Null as long as nothing was named. */
  makers: HitMaker[] | null;
}

const LONGEST = 20_000;

export async function searchHits(actor: Actor, search: URLSearchParams): Promise<CampaignSearch> {
  const text = storableText(search.get('cves') ?? '').slice(0, LONGEST);
  if (text.trim() === '') return { text, problems: [], makers: null };
  const read = readVulnerabilities(text);
  if (!read.ok) return { text, problems: read.problems, makers: null };
  if (read.vulnerabilities.length > MOST_VULNERABILITIES) {
    return { text, problems: [`At most ${MOST_VULNERABILITIES} vulnerabilities in one campaign.`], makers: null };
  }
  const cves = read.vulnerabilities.map(({ cve }) => cve);
  return { text, problems: [], makers: await inOrganisation(actor, (tx) => findHits(tx, actor.orgId, cves)) };
}
