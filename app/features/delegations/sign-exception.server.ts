/**
 * One person in two places of a route, because the site is small: somebody else who answers for risk signs it, sees
 * first what exactly is signed, and it ends.
 */
import { parseWithZod } from '@conform-to/zod/v4';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { roleExceptions, type SignatureMethod } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { confirmIdentity } from '../../guard/step-up.server';
import { errorsOf, type Kept, postedText } from '../changes/posted';
import { nextNumberOf } from '../changes/references.server';
import { placeOf } from '../clocks/place.server';
import type { SigningWays } from '../people/signing-ways';
import { signingWays } from '../people/signing-ways.server';
import { keptWithoutProof, proofOf } from '../posted-proof';
import type { FieldErrors } from '../save-result';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import { presentMoment } from '../today';
import { ExceptionForm } from './exception-form';
import { digestOfTerms, type ExceptionTerms, exceptionTerms } from './exception-terms.server';

/** What is about to be signed. */
export interface ToSign {
  terms: ExceptionTerms;
  sha256: string;
  ways: SigningWays;
}

export type ExceptionAct =
  | { ok: true; id: string }
  /** Not signed yet: looked at, refused, or changed since it was looked at. */
  | { ok: false; toSign: ToSign | null; errors: FieldErrors; kept: Kept; conflict: null };

const MOVED = 'What is to be signed has changed since you looked at it. Read it again.';

/** Carries out the form: intent "look" shows what would be signed, "sign" signs exactly that. */
export async function signException(actor: Actor, form: FormData): Promise<ExceptionAct> {
  const kept = keptWithoutProof(form);
  const refused = (errors: FieldErrors, toSign: ToSign | null = null): ExceptionAct => ({
    ...{ ok: false, toSign, errors, kept, conflict: null },
  });
  const submission = parseWithZod(form, { schema: ExceptionForm });
  if (submission.status !== 'success') return refused(errorsOf(submission));
  const checked = await inOrganisation(actor, (tx) => exceptionTerms(tx, actor, submission.value));
  if (!checked.ok) return refused(checked.errors);
  const { terms } = checked;
  const sha256 = digestOfTerms(terms);
  const show = async (errors: FieldErrors) =>
    refused(errors, { terms, sha256, ways: await signingWays(actor, sha256) });
  if (postedText(form, 'intent') !== 'sign') return show({});
  if (postedText(form, 'terms') !== sha256) return show({ '': [MOVED] });
  const confirmed = await confirmIdentity(actor, proofOf(form), sha256);
  if (!confirmed.ok) return show(confirmed.errors);
  return inOrganisation(actor, async (tx) => {
    // Rights are those of this moment: somebody may have been deactivated while the proof was checked.
    const again = await exceptionTerms(tx, actor, submission.value);
    if (!again.ok) return refused(again.errors);
    if (digestOfTerms(again.terms) !== sha256) return refused({ '': [MOVED] });
    return { ok: true, id: await storeException(tx, actor, terms, confirmed.method) };
  });
}

/** Stores a signed exception. Whoever calls it has checked the terms and confirmed the identity. */
export async function storeException(
  tx: Tx,
  actor: Actor,
  terms: ExceptionTerms,
  method: SignatureMethod,
): Promise<string> {
  const { timeZone } = await placeOf(tx, actor.orgId);
  const number = await nextNumberOf(tx, actor.orgId, 'role-exception');
  const signedAt = presentMoment();
  const payload = canonicalText({
    ...terms,
    ...{ number, meaning: 'approve', signer: actor.userId, printed_name: actor.name, role: actor.role },
    ...{ job_title: actor.jobTitle, method, signed_at: signedAt.toISOString(), zone: timeZone },
  });
  const [row] = await tx
    .insert(roleExceptions)
    .values({
      ...{ orgId: actor.orgId, number, personId: terms.person, personName: terms.person_name, slots: terms.slots },
      ...{ reason: terms.reason, startsOn: terms.starts_on, endsOn: terms.ends_on },
      ...{ signedBy: actor.userId, signedByName: actor.name, signedRole: actor.role, signedAt, method },
      ...{ payload, payloadSha256: sha256Of(payload) },
    })
    .returning({ id: roleExceptions.id });
  if (!row) throw new Error('The exception was not stored');
  await record(tx, auditActor(actor), {
    action: 'exception.signed',
    object: { type: 'role_exception', id: row.id, ref: `exception ${number}` },
    detail: { ...terms, payload_sha256: sha256Of(payload), method },
    reason: terms.reason,
  });
  return row.id;
}
