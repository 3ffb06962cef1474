/** Drafting the assessment report of a change: the kept assessment, facts with their sources, what people judged. */
import { eq } from 'drizzle-orm';
import { organisations } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { dateInWords, timeInWords } from '../../ui/time';
import { actorLabel } from '../changes/actors';
import { safetyView, statedFacts } from '../changes/statement-views';
import { wardsOf } from '../changes/wards-of.server';
import { type DraftResult, draftDocument } from '../letters/draft-document.server';
import { VERDICT_LABELS } from '../safety/verdict';
import { usedFacts } from './facts-for-report';
import { reportFromAssessment } from './report-from-assessment';

/** Drafts a report. Refused while the change is a draft; null when it does not exist here. */
export const draftReport = (actor: Actor, changeId: string): Promise<DraftResult | null> =>
  draftDocument(actor, changeId, 'assessment-report', async (material) => {
    const { tx, change, dossier, result, reference, assessmentNumber, date } = material;
    const { statements } = material.assessed.built;
    const wards = await wardsOf(tx, actor.orgId, changeId);
    const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, actor.orgId));
    const safety = safetyView(change.kinds, statements);
    const count = wards.reduce((sum, ward) => sum + ward.count, 0);
    const model = reportFromAssessment({
      dossier,
      result,
      record: {
        reference,
        version: `change version ${change.version}, assessment ${assessmentNumber}`,
        date,
        organisation: organisation?.name ?? '',
        lines: organisation?.address ?? [],
        title: change.title,
        ...(change.description ? { description: change.description } : {}),
        units: `${plural(count, 'unit')} in ${plural(wards.length, 'ward')}`,
        proposedBy: `${change.proposerName}, ${dateInWords(change.createdAt)}`,
        ...(change.actor ? { actor: actorLabel(change.actor) } : {}),
      },
      facts: usedFacts(dossier, result, statedFacts(statements)),
      safety: {
        summary: safety.summary,
        lines: safety.prompts.map(({ title, asks, answer }) => ({
          prompt: `${title}: ${asks}`,
          verdict: answer ? VERDICT_LABELS[answer.verdict] : 'not judged yet',
          condition: answer?.condition ?? '',
          by: answer ? `${answer.recordedByName}, ${timeInWords(answer.recordedAt)}` : '',
        })),
      },
    });
    return { ok: true, model };
  });

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
