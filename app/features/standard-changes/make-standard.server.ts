/** Making a standard change out of a decision: it gives signatures for changes to come, so it is proved and recorded. */
import { inOrganisation } from '../../../db/client.server';
import { type SignatureMethod, standardChanges } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { checkpointNow } from '../../audit/take-checkpoint.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { confirmIdentity, type Proof } from '../../guard/step-up.server';
import { dateInWords } from '../../ui/time';
import { lockChange } from '../changes/change-row.server';
import { nextNumberOf } from '../changes/references.server';
import { refused, type SaveResult, saved } from '../save-result';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import { presentMoment, today } from '../today';
import { penOf } from '../training/pen.server';
import { foundingOf } from './founding.server';
import type { StandardInput } from './standard-form';

/** What the proof is bound to. */
export const standardBinds = (of: { changeId: string; signerId: string; basis: string }): string =>
  sha256Of(canonicalText({ ...of, standard: 1 }));

/** What the audit trail calls a standard change. */
export const standardObject = ({ id, number }: { id: string; number: number }) => ({
  type: 'standard_change',
  id,
  ref: `standard change ${number}`,
});

/** Null when the change is not here. */
export async function makeStandard(actor: Actor, input: StandardInput, proof: Proof): Promise<SaveResult | null> {
  const { change: changeId, basis } = input;
  const confirmed = await confirmIdentity(actor, proof, standardBinds({ changeId, signerId: actor.userId, basis }));
  if (!confirmed.ok) return { ...confirmed, conflict: null };
  const result = await standardConfirmed(actor, input, confirmed.method);
  if (result?.ok) await checkpointNow(actor.orgId);
  return result;
}

/** As `makeStandard`, once the identity is confirmed. Pages and API never call it by itself. */
export const standardConfirmed = (
  actor: Actor,
  { change: changeId, basis, title, validUntil }: StandardInput,
  method: SignatureMethod,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    if (!(await lockChange(tx, actor.orgId, changeId))) return null;
    const found = await foundingOf(tx, actor, changeId);
    if (!found?.ok) return refused('', found?.message ?? '');
    const pen = await penOf(tx, actor);
    if (!pen.ok) return refused('', pen.message);
    const { change, round, fresh, latest } = found.of;
    if (fresh.sha256 !== basis) return refused('', 'What it would rest on has changed since. Read it again.');
    if (!validUntil) return refused('validUntil', 'Give the last day. It ends some day, whatever happens.');
    if (validUntil < today()) return refused('validUntil', 'This day is over.');
    if (validUntil > latest) {
      return refused('validUntil', `At most until ${dateInWords(latest)}: so long is the decision it rests on good.`);
    }
    const number = await nextNumberOf(tx, actor.orgId, 'standard-change');
    const [row] = await tx
      .insert(standardChanges)
      .values({
        ...{ orgId: actor.orgId, number, title, modelId: change.modelId, kinds: [...change.kinds].sort() },
        ...{
          actor: change.actor,
          changeId,
          roundId: round.id,
          basis: fresh.text,
          basisSha256: fresh.sha256,
          validUntil,
        },
        ...{ createdBy: actor.userId, createdByName: actor.name, createdAt: presentMoment() },
      })
      .returning({ id: standardChanges.id });
    if (!row) throw new Error('The standard change was not stored');
    await record(tx, auditActor(actor), {
      action: 'standard.created',
      object: standardObject({ id: row.id, number }),
      detail: {
        ...{ title, change: change.reference, round: round.number, kinds: change.kinds, actor: change.actor },
        ...{ basisSha256: fresh.sha256, validUntil, method },
      },
    });
    return saved(row.id);
  });
