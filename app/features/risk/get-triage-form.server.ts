/** What the checklist asks, where the device is supplied or used as far as is known, and who may decide. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { buildDossier } from '../changes/build-dossier.server';
import type { ChangeBrief } from '../changes/change-brief.server';
import { readChange } from '../changes/change-row.server';
import { STATUS_LABELS } from '../changes/change-status';
import { today } from '../today';
import { REGIMES, type Regime } from './triage-answers';
import { type Decider, deciders } from './triage-event.server';
import { type TriageQuestion, triageQuestions } from './triage-questions.server';

export interface TriagePage {
  change: ChangeBrief;
  today: string;
  questions: TriageQuestion[];
  /** Where a certification or the organisation itself places the device. */
  regimes: Regime[];
  deciders: Decider[];
}

/** Null when the change does not exist in the actor's organisation. */
export const getTriageForm = (actor: Actor, changeId: string): Promise<TriagePage | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const { dossier } = await buildDossier(tx, actor, change);
    const places = new Set(
      [...(dossier.device?.certifications ?? []).map(({ market }) => market), actor.organisation.country].map((place) =>
        place.toUpperCase(),
      ),
    );
    const { id, reference, title, status } = change;
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      today: today(),
      questions: triageQuestions(),
      regimes: REGIMES.filter((regime) => places.has(regime)),
      deciders: await deciders(tx, actor.orgId),
    };
  });
