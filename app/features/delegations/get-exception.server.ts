/** One exception with its signature and what was signed under it; and what the form of a new one offers. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { roleExceptions, type SignatureMethod } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { Role } from '../../guard/roles';
import { addMonths } from '../add-months';
import { sha256Of } from '../sign-off/digest.server';
import { today } from '../today';
import { MOST_EXCEPTION_MONTHS } from './exception-form';
import { type ExceptionLine, exceptionLine } from './list-exceptions.server';
import { type SignedUnder, signedUnder } from './signed-under.server';
import { signerChoices } from './signers.server';
import { revocable } from './standing';

export interface ExceptionView extends ExceptionLine {
  reason: string;
  signature: {
    name: string;
    role: Role;
    at: string;
    method: SignatureMethod;
    sha256: string;
    /** The digest is that of what is stored: computed anew each time it is read. */
    intact: boolean;
  };
  revoked: { at: string; by: string; why: string } | null;
  mayRevoke: boolean;
  signed: SignedUnder[];
}

/** Null when the organisation has no such exception. */
export const getException = (actor: Actor, id: string): Promise<ExceptionView | null> =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select()
      .from(roleExceptions)
      .where(and(eq(roleExceptions.orgId, actor.orgId), eq(roleExceptions.id, id)));
    if (!row) return null;
    const line = exceptionLine(row, today());
    return {
      ...line,
      reason: row.reason,
      signature: {
        ...{ name: row.signedByName, role: row.signedRole, at: row.signedAt.toISOString(), method: row.method },
        ...{ sha256: row.payloadSha256, intact: sha256Of(row.payload) === row.payloadSha256 },
      },
      revoked: row.revokedAt && { at: row.revokedAt.toISOString(), by: row.revokedByName, why: row.revokeReason },
      mayRevoke: revocable(line.standing) && can(actor, 'risk:accept'),
      signed: await signedUnder(tx, actor.orgId, { exceptionId: id }),
    };
  });

export const exceptionChoices = (actor: Actor) =>
  inOrganisation(actor, async (tx) => ({
    people: await signerChoices(tx, actor.orgId, actor.userId),
    today: today(),
    latest: addMonths(today(), MOST_EXCEPTION_MONTHS),
  }));
