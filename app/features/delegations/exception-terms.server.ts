/** What an exception says, before anybody signs it: checked, and as the canonical JSON that the proof is bound to. */
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { addMonths } from '../add-months';
import type { FieldErrors } from '../save-result';
import { canonicalText, sha256Of } from '../sign-off/digest.server';
import type { SlotId } from '../sign-off/slots';
import { today } from '../today';
import { penOf } from '../training/pen.server';
import { daysProblem } from './delegation-form';
import { type ExceptionInput, MOST_EXCEPTION_MONTHS } from './exception-form';
import { signerOf } from './signers.server';

export interface ExceptionTerms {
  record: 'role_exception';
  organisation: string;
  person: string;
  person_name: string;
  slots: SlotId[];
  starts_on: string;
  ends_on: string;
  reason: string;
}

/** What the proof of the signature is bound to. */
export const digestOfTerms = (terms: ExceptionTerms): string => sha256Of(canonicalText(terms));

const LIMIT = `At most ${MOST_EXCEPTION_MONTHS} months; then it is looked at again.`;

/** The terms, or why they cannot be signed by this person. */
export async function exceptionTerms(
  tx: Tx,
  actor: Actor,
  input: ExceptionInput,
): Promise<{ ok: true; terms: ExceptionTerms } | { ok: false; errors: FieldErrors }> {
  const refused = (field: string, message: string) => ({ ok: false as const, errors: { [field]: [message] } });
  if (!can(actor, 'risk:accept')) return refused('', 'Your role signs no exceptions.');
  if (input.person === actor.userId) return refused('person', 'Nobody signs an exception for themselves.');
  const person = await signerOf(tx, actor.orgId, input.person);
  if (!person) return refused('person', 'Choose somebody who is active and signs changes.');
  const problem = daysProblem(input, today(), (day) => addMonths(day, MOST_EXCEPTION_MONTHS), LIMIT);
  if (problem) return refused(problem.field, problem.message);
  const pen = await penOf(tx, actor);
  if (!pen.ok) return refused('', pen.message);
  const terms: ExceptionTerms = {
    ...{ record: 'role_exception', organisation: actor.orgId, person: person.id, person_name: person.name },
    ...{ slots: input.slots, starts_on: input.startsOn ?? '', ends_on: input.endsOn ?? '', reason: input.reason },
  };
  return { ok: true, terms };
}
