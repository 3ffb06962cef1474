/** Adds a person with a first password, which that person has to replace. */
import { inOrganisationAsAuthority } from '../../../db/client.server';
import { credentials, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { hashPassword, inventPassword, passwordProblem } from '../../guard/password.server';
import { unlessTaken } from '../unique.server';
import { ADDRESS_TAKEN, type PersonInput, type Refusal, refusal } from './person-form';

export type CreatePersonResult =
  /** `invented` is the first password when none was typed: it is shown once and kept nowhere. */
  { ok: true; userId: string; invented: string | null } | Refusal;

/** Creates the account in the actor's organisation. */
export async function createPerson(
  actor: Actor,
  { password, ...person }: PersonInput & { password: string },
): Promise<CreatePersonResult> {
  const problem = password === '' ? null : passwordProblem(password, person);
  if (problem) return refusal('password', problem);
  const invented = password === '' ? inventPassword() : null;
  const passwordHash = await hashPassword(invented ?? password);
  return unlessTaken<CreatePersonResult>({ users_email_once: ADDRESS_TAKEN }, () =>
    inOrganisationAsAuthority(actor, async (tx) => {
      const [row] = await tx
        .insert(users)
        .values({ orgId: actor.orgId, ...person, mustChangePassword: true })
        .returning({ id: users.id });
      if (!row) throw new Error('The new person was not stored');
      await tx.insert(credentials).values({ userId: row.id, passwordHash });
      await record(tx, auditActor(actor), {
        action: 'person.created',
        object: { type: 'person', id: row.id, ref: person.email },
        detail: { ...person, firstPassword: invented ? 'made up' : 'typed' },
      });
      return { ok: true, userId: row.id, invented };
    }),
  );
}
