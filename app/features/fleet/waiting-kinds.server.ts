/**
 * What waits, has run out, or is still in force though it should not be: the one definition behind both the number on
 * the fleet page and the list it opens. `t` is the table that is counted.
 */
import { type SQL, sql } from 'drizzle-orm';
import { WAITING_STATUSES } from '../letters/letter-status';
import type { WaitingWhy } from './waiting-whys';

export interface WaitingKind {
  from: SQL;
  /** What the number is a share of. */
  of: (day: string) => SQL;
  /** Which of those are meant. */
  is: (day: string) => SQL;
  /** The day by which the list is sorted and the oldest is told. */
  on: SQL;
  /** Record that a row leads to. */
  target: SQL;
  reference: SQL;
  title: SQL;
}

const OPEN_CHANGES = sql.raw(
  `('submitted', 'assessing', 'awaiting_supplier', 'options_ready', 'in_sign_off', 'approved', 'in_implementation',
    'verifying', 'returned', 'on_hold')`,
);
const WAITING_LETTERS = sql.raw(`(${WAITING_STATUSES.map((status) => `'${status}'`).join(', ')})`);

const change = (from: number, to: number | null): WaitingKind => ({
  from: sql.raw('changes t'),
  of: () => sql`t.status in ${OPEN_CHANGES}`,
  is: (day) =>
    sql`t.status in ${OPEN_CHANGES} and (t.created_at at time zone 'UTC')::date <= ${day}::date - ${from}::int
      ${to === null ? sql`` : sql`and (t.created_at at time zone 'UTC')::date > ${day}::date - ${to}::int`}`,
  on: sql.raw(`(t.created_at at time zone 'UTC')::date`),
  target: sql.raw('t.id'),
  reference: sql.raw('t.reference'),
  title: sql.raw('left(t.title, 200)'),
});

const ofChange = (table: string) => ({
  from: sql.raw(`${table} t join changes c on c.org_id = t.org_id and c.id = t.change_id`),
  target: sql.raw('c.id'),
  reference: sql.raw('c.reference'),
  title: sql.raw('left(c.title, 200)'),
});

const within = (column: string, from: number, to: number) => (day: string) =>
  sql`${sql.raw(`t.${column}`)} between ${day}::date + ${from}::int and ${day}::date + ${to}::int`;

const approvals = { ...ofChange('sign_off_rounds'), on: sql.raw('t.expires_on') };
const approved = () => sql.raw(`t.status = 'approved'`);
const acceptances = { ...ofChange('risk_acceptances'), on: sql.raw('t.expires_on') };
const accepted = () => sql.raw('t.ended_at is null');
const certificates = {
  from: sql.raw(
    'certifications t join device_models m on m.org_id = t.org_id and m.id = t.model_id and m.retired_at is null',
  ),
  of: () => sql.raw('t.retired_at is null'),
  target: sql.raw('m.id'),
  reference: sql.raw(`left(t.market || ' ' || upper(t.basis) || ' ' || t.class, 80)`),
  title: sql.raw(`left(m.name || ' ' || m.model_number, 200)`),
};
const letters = {
  from: sql.raw('letters t'),
  of: () => sql`t.status in ${WAITING_LETTERS}`,
  target: sql.raw('t.id'),
  reference: sql.raw('t.reference'),
  title: sql.raw(`left(t.supplier_name || ': ' || t.subject, 200)`),
};
const proofs = {
  from: sql.raw('control_proofs t join device_models m on m.org_id = t.org_id and m.id = t.model_id'),
  // Of the proofs on one control of a model the newest counts.
  of: () =>
    sql.raw(`t.retired_at is null and not exists (select from control_proofs n where n.org_id = t.org_id
    and n.model_id = t.model_id and n.measure = t.measure and n.retired_at is null
    and (n.taken_on, n.id) > (t.taken_on, t.id))`),
  target: sql.raw('m.id'),
  reference: sql.raw(`replace(t.measure, '_', ' ')`),
  title: sql.raw(`left(m.name || ' ' || m.model_number, 200)`),
};

const both = (one: SQL, other: SQL): SQL => sql`${one} and ${other}`;

export const WAITING_KINDS: Record<WaitingWhy, WaitingKind> = {
  'changes-30': change(0, 30),
  'changes-90': change(30, 90),
  'changes-180': change(90, 180),
  'changes-365': change(180, 365),
  'changes-older': change(365, null),
  'letters-overdue': {
    ...letters,
    is: (day) => sql`t.status in ${WAITING_LETTERS} and t.next_due_key < ${day}::date`,
    on: sql.raw('t.next_due'),
  },
  'letters-undated': {
    ...letters,
    is: () => sql`t.status in ${WAITING_LETTERS} and t.next_due is null`,
    on: sql.raw(`(coalesce(t.sent_at, t.created_at) at time zone 'UTC')::date`),
  },
  'approvals-30': { ...approvals, of: approved, is: (day) => both(approved(), within('expires_on', 0, 30)(day)) },
  'approvals-90': { ...approvals, of: approved, is: (day) => both(approved(), within('expires_on', 31, 90)(day)) },
  'approvals-over': {
    ...approvals,
    of: () => sql.raw(`t.status in ('approved', 'expired')`),
    is: (day) => sql`(t.status = 'approved' and t.expires_on < ${day}::date)
      or (t.status = 'expired' and c.status = 'expired' and not exists (select from sign_off_rounds n
        where n.org_id = t.org_id and n.change_id = t.change_id and n.number > t.number))`,
  },
  'acceptances-30': { ...acceptances, of: accepted, is: (day) => both(accepted(), within('expires_on', 0, 30)(day)) },
  'acceptances-over': {
    ...acceptances,
    of: accepted,
    is: (day) => sql`t.ended_at is null and t.expires_on < ${day}::date`,
  },
  emergencies: {
    ...ofChange('emergencies'),
    of: () => sql.raw('t.withdrawn_at is null'),
    is: () => sql.raw('t.withdrawn_at is null and t.regularised_at is null'),
    on: sql.raw(`(t.declared_at at time zone 'UTC')::date`),
  },
  'conditions-over': {
    ...ofChange('change_conditions'),
    of: () => sql.raw(`t.status <> 'void'`),
    is: (day) => sql`t.status in ('open', 'proved') and t.due_on < ${day}::date`,
    on: sql.raw('t.due_on'),
  },
  'delegations-over': {
    from: sql.raw('delegations t'),
    of: () => sql.raw('t.revoked_at is null'),
    is: (day) => sql`t.revoked_at is null and t.ends_on < ${day}::date and t.ends_on >= ${day}::date - 90
      and not exists (select from delegations n where n.org_id = t.org_id and n.principal_id = t.principal_id
        and n.role = t.role and n.revoked_at is null and n.ends_on >= ${day}::date)`,
    on: sql.raw('t.ends_on'),
    target: sql.raw('t.id'),
    reference: sql.raw(`'No ' || t.number`),
    title: sql.raw(`left(t.delegate_name || ' for ' || t.principal_name, 200)`),
  },
  'proofs-stale': {
    ...proofs,
    is: (day) => both(proofs.of(), sql`t.result = 'holds' and t.stale_on < ${day}::date`),
    on: sql.raw('t.stale_on'),
  },
  'proofs-failed': {
    ...proofs,
    is: () => both(proofs.of(), sql.raw(`t.result <> 'holds'`)),
    on: sql.raw('t.taken_on'),
  },
  'certificates-90': {
    ...certificates,
    is: (day) => both(certificates.of(), within('expires_on', 0, 90)(day)),
    on: sql.raw('t.expires_on'),
  },
  'certificates-over': {
    ...certificates,
    is: (day) => both(certificates.of(), sql`t.expires_on < ${day}::date`),
    on: sql.raw('t.expires_on'),
  },
  'certificates-unknown': {
    ...certificates,
    is: () => both(certificates.of(), sql.raw('t.expires_on is null and not t.does_not_expire')),
    on: sql.raw(`(t.created_at at time zone 'UTC')::date`),
  },
};
