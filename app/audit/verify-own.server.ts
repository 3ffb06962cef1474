/** Verifying from the page: the organisation's own chain, and the act of verifying recorded in it. */
import { inOrganisation } from '../../db/client.server';
import type { Actor } from '../guard/actor';
import { auditActor } from '../guard/guard.server';
import { record } from './append.server';
import { type ChainReport, findNoted, verifyChain } from './verify.server';

export interface OwnVerification {
  report: ChainReport;
  /** The hash somebody noted earlier, and where it stands in the chain now; null when none was given. */
  noted: { hash: string; seq: number | null; at: string | null } | null;
  /** Why the noted hash was not looked for. */
  problem: string | null;
}

/** @param noted a head's hash noted down earlier, or empty */
export async function verifyOwnChain(actor: Actor, noted: string): Promise<OwnVerification> {
  const hash = noted.trim().toLowerCase();
  const problem = hash === '' || /^[0-9a-f]{64}$/.test(hash) ? null : 'A head is 64 characters, 0 to 9 and a to f.';
  const report = await verifyChain(actor.orgId, actor.organisation.name);
  const found = hash && !problem ? await findNoted(actor.orgId, hash) : null;
  const { ok, events, head, fault, faults } = report;
  await inOrganisation(actor, (tx) =>
    record(tx, auditActor(actor), {
      action: 'audit.verified',
      object: { type: 'audit', id: null, ref: 'whole trail' },
      detail: {
        ...{ ok, events, head, fault, faults: faults.map(({ table, ref, words }) => `${table}, ${ref}: ${words}`) },
        ...(hash && !problem ? { noted: hash, notedFound: found !== null } : {}),
      },
    }),
  );
  return {
    report,
    noted: hash && !problem ? { hash, seq: found?.seq ?? null, at: found?.at ?? null } : null,
    problem,
  };
}
