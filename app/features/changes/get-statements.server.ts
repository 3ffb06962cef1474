/** Every fact and answer ever stated about a change, also those that a later one superseded; and the form for more. */
import { and, desc, eq, ne } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { changeStatements } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { asking } from '../../regulation/facts/asking';
import { isFactKey } from '../../regulation/facts/dictionary';
import { sourceInWords, sourceOfColumns } from '../provenance/source';
import { type ChangeBrief, changeBrief } from './change-brief.server';
import { type FactsStep, factsStep } from './facts-step.server';
import { valueInWords } from './value-in-words';

const MOST_SHOWN = 300;

export interface StatementLine {
  id: string;
  question: string;
  value: string;
  because: string;
  source: string;
  recordedByName: string;
  recordedAt: string;
  supersededAt: string | null;
}

export interface StatementsPage {
  change: ChangeBrief;
  lines: StatementLine[];
  /** Null for readers who may not answer, and once nothing is stated any more. */
  form: FactsStep | null;
}

/** Null when the change does not exist in the actor's organisation. */
export async function getStatements(actor: Actor, changeId: string): Promise<StatementsPage | null> {
  const read = await inOrganisation(actor, async (tx) => {
    const change = await changeBrief(tx, actor.orgId, changeId);
    if (!change) return null;
    const rows = await tx
      .select()
      .from(changeStatements)
      .where(
        and(
          eq(changeStatements.orgId, actor.orgId),
          eq(changeStatements.changeId, changeId),
          ne(changeStatements.type, 'safety'),
        ),
      )
      .orderBy(desc(changeStatements.recordedAt), desc(changeStatements.id))
      .limit(MOST_SHOWN);
    const lines = rows.map((row) => ({
      id: row.id,
      question: row.type === 'fact' && isFactKey(row.key) ? asking(row.key).question : row.key,
      value: valueInWords(row.type, row.key, row.value),
      because: row.because,
      source: sourceInWords(sourceOfColumns(row)) ?? 'no source recorded',
      recordedByName: row.recordedByName,
      recordedAt: row.recordedAt.toISOString(),
      supersededAt: row.supersededAt?.toISOString() ?? null,
    }));
    return { change, lines };
  });
  if (!read) return null;
  return { ...read, form: can(actor, 'change:answer') ? await factsStep(actor, changeId) : null };
}
