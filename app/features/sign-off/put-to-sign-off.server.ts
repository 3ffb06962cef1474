/** Putting a change to sign-off: which option is put forward, and a round that waits for signatures. */
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { Dossier } from '../../regulation/dossier';
import type { OptionId } from '../../regulation/options/option-result';
import { assessWithin } from '../assessments/assess-change.server';
import { type ChangeRow, changeObject, lockChange, moveChange } from '../changes/change-row.server';
import { isDecided, STATUS_LABELS } from '../changes/change-status';
import type { FieldErrors } from '../changes/posted';
import { runningEmergency } from '../emergencies/running-emergency.server';
import { hasOption } from '../options/compare-options.server';
import { optionLabel } from '../options/option-words';
import { optionalText } from '../text-input';
import { newRound, openRound } from './rounds.server';
import { routeOf } from './route-of.server';

export const PutForm = z.object({
  version: z.coerce.number({ error: 'Reload the page.' }).int(),
  /** as_proposed, or the id of a measure. */
  option: z.string({ error: 'Say which option is put forward.' }).min(1, 'Say which option is put forward.').max(60),
  note: optionalText(),
});

export type PutResult = { ok: true; round: number } | { ok: false; errors: FieldErrors };

const refuse = (field: string, ...messages: string[]): PutResult => ({ ok: false, errors: { [field]: messages } });

/**
 * Assessed, with options looked at → in sign-off, in one transaction: the assessment is made anew first, so that nobody
 * signs an old one. A change acted upon in an emergency stays where it is; its round is signed afterwards. Null when the
 * change is not here.
 */
export const putToSignOff = (
  actor: Actor,
  changeId: string,
  { version, option, note }: z.output<typeof PutForm>,
): Promise<PutResult | null> =>
  inOrganisation(actor, async (tx): Promise<PutResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (change.version !== version) {
      return refuse('', 'Somebody has edited this change since you opened the page. Read it again.');
    }
    if (await openRound(tx, actor.orgId, changeId)) return refuse('', 'A round of sign-off is open already.');
    const emergency = await runningEmergency(tx, actor.orgId, changeId);
    const acting = emergency?.confirmedAt != null && isDecided(change.status);
    const assessed = await assessWithin(tx, actor, change);
    if (!isOption(option, assessed.built.dossier)) return refuse('option', 'This option is not one of the change’s.');
    const events: AuditEvent[] = [...assessed.events];
    if (!acting) {
      const moved = await intoSignOff(tx, actor, change, events);
      if (!moved.ok) return refuse('', moved.message);
    }
    const { policy, places } = await routeOf(tx, actor.orgId, change);
    const round = await newRound(tx, actor, {
      ...{ changeId, purpose: acting ? 'retrospective' : 'decision', option, note, policyNumber: policy.number },
    });
    await record(tx, auditActor(actor), ...events, {
      action: 'change.put_to_sign_off',
      object: changeObject(change),
      detail: {
        round: round.number,
        purpose: round.purpose,
        option: optionLabel(option as OptionId),
        policy: policy.number,
        route: places.map(({ label, rules }) => ({ place: label, rules: rules.map(({ id }) => id) })),
      },
      ...(note ? { reason: note } : {}),
    });
    return { ok: true, round: round.number };
  });

const isOption = (option: string, dossier: Dossier) =>
  option === 'as_proposed' || hasOption(dossier, option as OptionId);

/** From wherever the assessment stands: options are presented first where nobody has done so. */
async function intoSignOff(
  tx: Parameters<typeof moveChange>[0],
  actor: Actor,
  change: ChangeRow,
  events: AuditEvent[],
): Promise<{ ok: true } | { ok: false; message: string }> {
  let at = change;
  if (at.status !== 'options_ready') {
    const presented = await moveChange(tx, actor, at, 'present_options');
    if (!presented.ok)
      return {
        ok: false,
        message: `This change is ${STATUS_LABELS[change.status]}; it cannot be put to sign-off now.`,
      };
    at = presented.change;
    events.push({ action: 'change.options_presented', object: changeObject(change), detail: { from: change.status } });
  }
  const begun = await moveChange(tx, actor, at, 'begin_sign_off');
  return begun.ok ? { ok: true } : begun;
}
