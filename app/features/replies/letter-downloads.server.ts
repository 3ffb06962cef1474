/** The files a supplier may take along: the letter as it was issued, the form to fill in, and its questions as data. */
import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { letterVersions } from '../../../db/schema/index.server';
import { renderDocument } from '../../../documents/render.server';
import { ReplyForm } from '../letters/reply-form';
import { outside } from './link-state.server';
import type { Visitor } from './reply-guard.server';

const issued = (visitor: Visitor) =>
  inOrganisation(outside(visitor.orgId), async (tx) => {
    const [row] = await tx
      .select()
      .from(letterVersions)
      .where(
        and(
          eq(letterVersions.orgId, visitor.orgId),
          eq(letterVersions.letterId, visitor.found.letter.id),
          eq(letterVersions.status, 'issued'),
        ),
      )
      .orderBy(desc(letterVersions.number))
      .limit(1);
    return row ?? null;
  });

/** The issued letter, byte for byte; null when there is none or what is stored is not what was stored. */
export async function issuedLetter(visitor: Visitor): Promise<Uint8Array | null> {
  const row = await issued(visitor);
  if (!row?.bytes) return null;
  return createHash('sha256').update(row.bytes).digest('hex') === row.sha256 ? row.bytes : null;
}

/** The questions as data, to be sent back with `answers` filled in; null when the letter asks nothing. */
export async function replyFormOf(visitor: Visitor): Promise<{ form: ReplyForm; issuedAt: Date } | null> {
  const row = await issued(visitor);
  return row?.form ? { form: ReplyForm.parse(row.form), issuedAt: row.issuedAt ?? row.createdAt } : null;
}

/** The questions as a PDF with fields to fill in; null when the letter asks nothing. */
export async function answerForm(visitor: Visitor): Promise<Uint8Array | null> {
  const found = await replyFormOf(visitor);
  return found && (await renderDocument('answer-form', found.form, found.issuedAt)).bytes;
}
