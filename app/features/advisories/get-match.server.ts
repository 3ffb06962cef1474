/** One match with everything behind it: reasons, versions, what people read, and models that may be meant instead. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { matchVersions, versionReadings } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ModelToChoose, modelsToChoose } from '../devices/models-to-choose.server';
import { storableText } from '../text-input';
import type { MatchVersionView } from './advisory-view';
import { readVersions } from './matching/versions';
import { type MatchOfAdvisory, matchesOf } from './read-matches.server';
import { readRunning } from './read-register.server';

export interface ReadingView {
  id: string;
  text: string;
  version: string;
  verdict: string;
  reason: string;
  saidByName: string;
  saidAt: string;
}

export interface MatchPage {
  match: MatchOfAdvisory;
  versions: MatchVersionView[];
  /** Texts that a person may read: those no rule reads, and those with a condition. */
  texts: string[];
  readings: ReadingView[];
  /** Search for another model, and what it found. */
  q: string;
  models: ModelToChoose[];
  more: boolean;
  may: { decide: boolean; propose: boolean };
}

/** Null when the organisation has no such match, or it is of another advisory. */
export const getMatch = (
  actor: Actor,
  { advisoryId, matchId }: { advisoryId: string; matchId: string },
  search: URLSearchParams,
): Promise<MatchPage | null> =>
  inOrganisation(actor, async (tx) => {
    const [match] = await matchesOf(tx, actor.orgId, { id: matchId, advisoryId }, 1);
    if (!match) return null;
    const q = storableText(search.get('q') ?? '')
      .trim()
      .slice(0, 200);
    const mayDecide = can(actor, 'advisory:decide');
    const chosen = mayDecide
      ? await modelsToChoose(tx, actor.orgId, q || match.model.supplier)
      : { models: [], more: false };
    const texts = match.lines.filter(({ version }) => {
      const { kind, condition } = readVersions(version);
      return kind === 'unparsed' || condition !== '';
    });
    return {
      ...{ match, q, ...chosen, models: chosen.models.filter(({ id }) => id !== match.model.id) },
      versions: await versionsOf(tx, actor.orgId, match),
      texts: [...new Set(texts.map(({ version }) => version))],
      readings: await readingsOf(tx, actor.orgId, matchId),
      may: { decide: mayDecide, propose: can(actor, 'change:propose') },
    };
  });

async function versionsOf(tx: Tx, orgId: string, { id, model }: MatchOfAdvisory): Promise<MatchVersionView[]> {
  const rows = await tx
    .select()
    .from(matchVersions)
    .where(and(eq(matchVersions.orgId, orgId), eq(matchVersions.matchId, id)))
    .orderBy(matchVersions.version, matchVersions.cve)
    .limit(5000);
  const running = (await readRunning(tx, orgId, [model.id])).get(model.id) ?? [];
  return running.map(({ version, units }) => {
    const own = rows.filter((row) => row.version === version.slice(0, 300));
    const whole = own.find(({ cve }) => cve === '');
    const otherwise = own
      .filter(({ cve }) => cve !== '')
      .map(({ cve, verdict, because }) => ({ cve, verdict, because }));
    const verdict = whole?.verdict ?? 'unclear';
    return { version, units, verdict, because: whole?.because ?? 'Not held against it yet.', otherwise };
  });
}

async function readingsOf(tx: Tx, orgId: string, matchId: string): Promise<ReadingView[]> {
  const rows = await tx
    .select()
    .from(versionReadings)
    .where(
      and(eq(versionReadings.orgId, orgId), eq(versionReadings.matchId, matchId), isNull(versionReadings.supersededAt)),
    )
    .orderBy(desc(versionReadings.saidAt));
  return rows.map(({ id, text, version, verdict, reason, saidByName, saidAt }) => ({
    ...{ id, text, version, verdict, reason, saidByName },
    saidAt: saidAt.toISOString(),
  }));
}
