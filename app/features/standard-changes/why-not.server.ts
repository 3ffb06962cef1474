/** Whether a change may be made under a standard change. Asked when it is used, and again at each step afterwards. */
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import type { ChangeRow } from '../changes/change-row.server';
import { safetyView } from '../changes/statement-views';
import { currentStatements } from '../changes/statements.server';
import { dissentsOf, isUnanswered } from '../sign-off/dissent-rows.server';
import { today } from '../today';
import { basisChanges } from './basis';
import { type FreshBasis, readBasis } from './basis-of.server';
import type { StandardOnFile } from './standard-rows.server';
import { standingOf } from './standard-state';

/** Every reason against it, in words; empty: nothing stands in the way. */
export async function whyNot(
  tx: Tx,
  reader: Pick<Actor, 'orgId'>,
  { standard, change, fresh }: { standard: StandardOnFile; change: ChangeRow; fresh: FreshBasis },
): Promise<string[]> {
  const { row, decisionStands } = standard;
  if (row.modelId !== change.modelId) return ['It is for another device model.'];
  const changes = fresh.sha256 === row.basisSha256 ? [] : basisChanges(readBasis(row), fresh.basis);
  const standing = standingOf(row, { today: today(), decisionStands, changes });
  const reasons: string[] = [];
  if (standing.state === 'retired') reasons.push('It was retired.');
  if (standing.state === 'over') reasons.push(`It was good until ${row.validUntil}.`);
  reasons.push(...standing.because.map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`));
  if (standing.state === 'active' && fresh.sha256 !== row.basisSha256) reasons.push('Its basis is not the same.');
  if (fresh.current === null) reasons.push('The assessment of this change is no longer current. Assess again.');
  const { summary } = safetyView(change.kinds, await currentStatements(tx, reader.orgId, change.id));
  if (summary.state === 'no') reasons.push(`Judged not safe: ${summary.objections.join('; ')}.`);
  const dissents = (await dissentsOf(tx, reader.orgId, change.id)).filter(isUnanswered);
  if (dissents.length > 0)
    reasons.push(`Dissent ${dissents.map(({ number }) => number).join(', ')} waits for an answer.`);
  return reasons;
}
