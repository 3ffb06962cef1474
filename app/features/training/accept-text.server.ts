/** "I accept": a person takes on what a signature here means, and proves to be that person. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import { accountabilityAcceptances } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { confirmIdentity } from '../../guard/step-up.server';
import { postedText } from '../changes/posted';
import { proofOf } from '../posted-proof';
import type { FieldErrors } from '../save-result';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import { presentMoment } from '../today';
import { type AccountabilityText, currentText } from './current-text.server';

/** What the proof of an acceptance is bound to: this text, accepted by this person. */
export const acceptanceDigest = (actor: Actor, text: Pick<AccountabilityText, 'number' | 'sha256'>): string =>
  sha256Of(
    canonicalText({
      ...{ record: 'accountability_acceptance', organisation: actor.orgId, person: actor.userId },
      ...{ number: text.number, text_sha256: text.sha256 },
    }),
  );

type Accepted = { ok: true } | { ok: false; errors: FieldErrors };

const MOVED: Accepted = {
  ok: false,
  errors: { '': ['The text has changed since you opened this page. Read it again, below.'] },
};

/** Accepting twice is no error and no second event. The form says which text was read. */
export async function acceptText(actor: Actor, form: FormData): Promise<Accepted> {
  const text = await inOrganisation(actor, (tx) => currentText(tx, actor.orgId));
  if (postedText(form, 'text') !== text.sha256) return MOVED;
  const confirmed = await confirmIdentity(actor, proofOf(form), acceptanceDigest(actor, text));
  if (!confirmed.ok) return confirmed;
  return inOrganisation(actor, async (tx) => {
    const now = await currentText(tx, actor.orgId);
    if (now.sha256 !== text.sha256) return MOVED;
    await storeAcceptance(tx, actor, now, confirmed.method);
    return { ok: true };
  });
}

/** Stores an acceptance. Whoever calls it has confirmed the identity. */
export async function storeAcceptance(
  tx: Tx,
  actor: Actor,
  { number, sha256 }: AccountabilityText,
  method: string,
): Promise<void> {
  const stored = await tx
    .insert(accountabilityAcceptances)
    .values({
      orgId: actor.orgId,
      personId: actor.userId,
      number,
      textSha256: sha256,
      printedName: actor.name,
      acceptedAt: presentMoment(),
    })
    .onConflictDoNothing()
    .returning({ number: accountabilityAcceptances.number });
  if (stored.length === 0) return;
  await record(tx, auditActor(actor), {
    action: 'accountability.accepted',
    object: { type: 'person', id: actor.userId, ref: actor.email },
    detail: { number, text_sha256: sha256, method },
  });
}
