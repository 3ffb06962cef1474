/** Advisories and VEX documents: taken in, updated and withdrawn by the folder that owns them. */
import type { Advisory } from '../../../readers/records';
import {
  type AdvisoryBefore,
  compareAdvisory,
  receiveAdvisory,
  withdrawAdvisory,
} from '../../advisories/receive-advisory.server';
import type { Context, HeldRow, RowKind, StagedRow } from './row-kind';
import { sameAgain } from './same-again';

interface Plan {
  advisory: Advisory;
  format: string;
}

/** Format by which the advisory is kept: that of its own file, in an archive of several. */
const formatOf = ({ row }: Context, { cells }: StagedRow): string => cells?.[0] ?? row.head?.format ?? '';

export const ADVISORY_ROWS: RowKind<Plan> = {
  // A document may have a megabyte.
  atOnce: 10,
  async hold(tx, context, rows) {
    const held: HeldRow<Plan>[] = [];
    for (const row of rows) {
      const advisory = row.value as Advisory;
      const label = advisory.id || advisory.title;
      const key = `advisory ${advisory.publisher.toLowerCase()}\n${advisory.id.toLowerCase()}`;
      const plan = { advisory, format: formatOf(context, row) };
      const again = sameAgain<Plan>(context, row, { key, label, says: advisory, plan });
      if (again) {
        held.push(again);
        continue;
      }
      const shared = { n: row.n, label, problems: [], targetId: null, plan };
      const { warnings } = row;
      const compared = await compareAdvisory(tx, context.orgId, advisory);
      if (compared.outcome === 'new') held.push({ ...shared, warnings, outcome: 'new', differences: null });
      else if (compared.outcome === 'changed') {
        const { id: targetId, differences } = compared;
        held.push({ ...shared, warnings, targetId, outcome: 'changed', differences: { ...differences } });
      } else {
        const told = compared.outcome === 'older' ? [...warnings, compared.message] : warnings;
        held.push({ ...shared, warnings: told, targetId: compared.id, outcome: 'unchanged', differences: null });
      }
    }
    return held;
  },
  async write(tx, context, rows) {
    const written = [];
    for (const { n, plan } of rows) {
      const options = { format: plan.format, importId: context.row.id };
      const { id, before, events } = await receiveAdvisory(tx, context.by, plan.advisory, options);
      context.events.push(...events);
      written.push({ n, targetId: id, before: { advisory: before } });
    }
    return written;
  },
  async undo(tx, context, rows) {
    const problems = new Map<number, string>();
    for (const row of rows) {
      if (!row.targetId) continue;
      const { advisory } = row.before as { advisory: AdvisoryBefore | null };
      const done = await withdrawAdvisory(tx, context.by, row.targetId, advisory, context.row.id);
      if (done.ok) context.events.push(...done.events);
      else problems.set(row.n, done.message);
    }
    return problems;
  },
};
