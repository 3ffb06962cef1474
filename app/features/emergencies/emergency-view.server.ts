/** An emergency as pages show it, by the server's clock. */
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changes, emergencies } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ChangeRow, readChange } from '../changes/change-row.server';
import { type ChangeStatus, isChangeStatus, STATUS_LABELS, transition } from '../changes/change-status';
import type { SigningWays } from '../people/signing-ways';
import { signingWays } from '../people/signing-ways.server';
import { numberedPolicy } from '../sign-off/current-policy.server';
import { confirmBinds } from './confirm-emergency.server';
import { type EmergencyState, emergencyState, spanInWords } from './emergency-state';
import { type EmergencyRow, emergencyOf } from './running-emergency.server';

export interface EmergencyView {
  id: string;
  state: EmergencyState;
  reason: string;
  declaredByName: string;
  declaredAt: string;
  confirmedByName: string;
  confirmedAt: string | null;
  signBy: string | null;
  /** How long is left, or for how long it has been overdue; by the server's clock. Null when no clock runs. */
  span: string | null;
  regularisedAt: string | null;
}

export function emergencyView(row: EmergencyRow, status: ChangeStatus, now: Date): EmergencyView {
  const state = emergencyState(row, status, now);
  const runs = row.signBy && (state === 'running' || state === 'overdue');
  return {
    ...{ id: row.id, state, reason: row.reason, declaredByName: row.declaredByName },
    ...{ declaredAt: row.declaredAt.toISOString(), confirmedByName: row.confirmedByName },
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    signBy: row.signBy?.toISOString() ?? null,
    span: runs && row.signBy ? spanInWords(Math.abs(row.signBy.getTime() - now.getTime())) : null,
    regularisedAt: row.regularisedAt?.toISOString() ?? null,
  };
}

/** For the banner on the page of a change; null: nothing to say. */
export async function emergencyForBanner(tx: Tx, orgId: string, change: ChangeRow): Promise<EmergencyView | null> {
  const row = await emergencyOf(tx, orgId, change.id);
  return row && emergencyView(row, change.status, new Date());
}

export interface RunningEmergency extends EmergencyView {
  changeId: string;
  reference: string;
  title: string;
}

/** More than a banner shows. */
const MOST = 20;

/** Every emergency whose signatures are still out, the earliest clock first. One query. */
export const runningEmergencies = (actor: Actor): Promise<RunningEmergency[]> =>
  inOrganisation(actor, async (tx) => {
    const rows = await tx
      .select({
        row: emergencies,
        id: changes.id,
        reference: changes.reference,
        title: changes.title,
        status: changes.status,
      })
      .from(emergencies)
      .innerJoin(changes, and(eq(changes.orgId, emergencies.orgId), eq(changes.id, emergencies.changeId)))
      .where(
        and(
          eq(emergencies.orgId, actor.orgId),
          isNull(emergencies.regularisedAt),
          isNull(emergencies.withdrawnAt),
          isNotNull(emergencies.signBy),
          inArray(changes.status, ['in_implementation', 'verifying']),
        ),
      )
      .orderBy(asc(emergencies.signBy), asc(emergencies.id))
      .limit(MOST);
    const now = new Date();
    return rows.flatMap(({ row, id, reference, title, status }) =>
      isChangeStatus(status) ? [{ ...emergencyView(row, status, now), changeId: id, reference, title }] : [],
    );
  });

export interface EmergencyPage {
  change: { id: string; reference: string; title: string; statusLabel: string };
  emergency: EmergencyView | null;
  /** Within how many hours everybody has signed. */
  hours: number;
  may: { declare: boolean; withdraw: boolean; confirm: boolean };
  /** Why somebody who could confirm may not. */
  notConfirm: string;
  ways: SigningWays | null;
}

/** Null when the change is not here. */
export async function emergencyPage(actor: Actor, changeId: string): Promise<EmergencyPage | null> {
  const page = await inOrganisation(actor, async (tx): Promise<Omit<EmergencyPage, 'ways'> | null> => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const row = await emergencyOf(tx, actor.orgId, changeId);
    const { policy } = await numberedPolicy(tx, actor.orgId);
    const { id, reference, title, status } = change;
    const possible = transition(status, 'act_now').ok;
    const declares = can(actor, 'change:propose') || can(actor, 'change:sign');
    const waits = row !== null && row.confirmedAt === null;
    const own = row?.declaredBy === actor.userId;
    return {
      change: { id, reference, title, statusLabel: STATUS_LABELS[status] },
      emergency: row && emergencyView(row, status, new Date()),
      hours: policy.emergency_hours,
      may: {
        declare: possible && declares && row === null,
        withdraw: waits && declares,
        confirm: possible && waits && !own && can(actor, 'change:sign'),
      },
      notConfirm: waits && own ? 'You declared it. Somebody else has to confirm that it cannot wait.' : '',
    };
  });
  if (!page) return null;
  const binds = page.emergency && confirmBinds({ emergencyId: page.emergency.id, signerId: actor.userId });
  return { ...page, ways: page.may.confirm && binds ? await signingWays(actor, binds) : null };
}
