/** How many records of each kind an organisation has. One statement. */
import { type SQL, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { EVIDENCE_KINDS, type EvidenceKey } from './evidence-kinds';

/** Table, and which of its rows count. */
const COUNTS: Record<EvidenceKey, SQL> = {
  acts: sql`from audit_heads where true`,
  refusals: sql`from audit_events where action in ('access.refused', 'signature.refused')`,
  sign_ins: sql`from audit_events where action = 'session.signed_in'`,
  verifications_of_trail: sql`from audit_events where action = 'audit.verified'`,
  checkpoints: sql`from audit_checkpoints where true`,
  reviews: sql`from trail_reviews where true`,
  people: sql`from users where active`,
  changes: sql`from changes where status <> 'draft'`,
  closed: sql`from changes where status = 'closed'`,
  assessments: sql`from assessments where true`,
  snapshots: sql`from change_snapshots where true`,
  signatures: sql`from signatures where voided_at is null`,
  fallen: sql`from signatures where voided_at is not null`,
  dissents: sql`from dissents where true`,
  conditions: sql`from change_conditions where status = 'met'`,
  implementations: sql`from implementations where superseded_at is null`,
  verifications: sql`from verifications where true`,
  hazards: sql`from hazards where true`,
  ratings: sql`from risk_ratings where superseded_at is null`,
  acceptances: sql`from risk_acceptances where true`,
  permits: sql`from documents where kind = 'change-permit'`,
  triages: sql`from reportability_triages where decision is not null`,
  emergencies: sql`from emergencies where withdrawn_at is null`,
  devices: sql`from device_models where retired_at is null`,
  units: sql`from units where retired_at is null`,
  suppliers: sql`from suppliers where retired_at is null`,
  letters: sql`from letters where sent_at is not null`,
  replies: sql`from replies where status = 'received'`,
  training: sql`from training_records where withdrawn_at is null`,
  accountability: sql`from accountability_acceptances where true`,
  delegations: sql`from delegations where true`,
  exceptions: sql`from role_exceptions where true`,
  packs: sql`from evidence_packs where status = 'ready'`,
  holds: sql`from legal_holds where true`,
  disposals: sql`from disposals where approved_at is not null`,
};

/** Row-level security leaves only the actor's own organisation; the condition lets indexes help. */
export const countEvidence = (
  actor: Actor,
  keys: readonly EvidenceKey[] = Object.keys(EVIDENCE_KINDS) as EvidenceKey[],
): Promise<Record<EvidenceKey, number>> =>
  inOrganisation(actor, async (tx) => {
    const parts = keys.map(
      (key) =>
        sql`(select ${key === 'acts' ? sql`coalesce(max(seq), 0)` : sql`count(*)`}::int ${COUNTS[key]} and org_id = ${actor.orgId}) as ${sql.identifier(key)}`,
    );
    const [row] = await tx.execute<Record<EvidenceKey, number>>(sql`select ${sql.join(parts, sql`, `)}`);
    if (!row) throw new Error('Nothing could be counted');
    return row;
  });
