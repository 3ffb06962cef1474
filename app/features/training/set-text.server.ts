/** Setting what signers accept: a new text asks everybody again. */
import { inOrganisation } from '../../../db/client.server';
import { accountabilityTexts } from '../../../db/schema/index.server';
import { hashOf, record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { type Conflict, refused, type SaveResult, saved } from '../save-result';
import { unlessTaken } from '../unique.server';
import { type AccountabilityText, currentText } from './current-text.server';
import type { SetTextInput } from './training-form';

const conflictWith = (now: AccountabilityText, typed: string): Conflict => ({
  version: now.number,
  savedBy: now.set?.by ?? '',
  savedAt: now.set?.at ?? '',
  differences: [{ label: 'What signers accept', theirs: now.text, typed }],
});

export async function setText(actor: Actor, { text, note, version }: SetTextInput): Promise<SaveResult> {
  if (!can(actor, 'training:manage')) return refused('', 'Your role does not set what signers accept.');
  const moved = { ok: false, errors: {}, conflict: null } satisfies SaveResult;
  const result = await unlessTaken<SaveResult>({ accountability_texts_number_once: moved }, () =>
    inOrganisation(actor, async (tx) => {
      const now = await currentText(tx, actor.orgId);
      if (now.number !== version) return moved;
      if (now.text === text) return refused('text', 'This is what signers accept already.');
      const number = now.number + 1;
      const [row] = await tx
        .insert(accountabilityTexts)
        .values({ orgId: actor.orgId, number, text, note, createdBy: actor.userId, createdByName: actor.name })
        .returning({ id: accountabilityTexts.id });
      if (!row) throw new Error('The text was not stored');
      await record(tx, auditActor(actor), {
        action: 'accountability.set',
        object: { type: 'accountability_text', id: row.id, ref: `accountability text ${number}` },
        detail: { number, sha256: hashOf(text), before_sha256: now.sha256, text },
        reason: note,
      });
      return saved(row.id);
    }),
  );
  if (result !== moved) return result;
  const now = await inOrganisation(actor, (tx) => currentText(tx, actor.orgId));
  return { ok: false, errors: {}, conflict: conflictWith(now, text) };
}
