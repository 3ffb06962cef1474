/** What tests of carrying out share: short ways to record, verify and close. */
import { inOrganisation } from '../../../db/client.server';
import type { TestDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { PASSWORD } from '../../guard/testing/people';
import type { SaveResult } from '../save-result';
import { closeChange } from './close-change.server';
import type { CloseInput } from './close-form';
import { getCarryOut } from './get-carry-out.server';
import { RecordForm } from './record-form';
import { recordUnits } from './record-units.server';
import { newestRecord } from './unit-records.server';

/** Every word of a refusal; "(done)" where nothing was refused. */
export const wordsOf = (result: SaveResult | null): string =>
  result === null ? '(not here)' : result.ok ? '(done)' : Object.values(result.errors).flat().join(' ');

const GOOD = {
  ...{ scope: 'rest', outcome: 'done', versionAfter: '4.2.1', doneOn: '2026-01-02', doneTime: '02:30' },
  ...{ test: 'passed', testNote: 'alarm test after restart' },
};

/** Records as a form would, on top of a good one; `seen` is what is there now unless given. */
export async function recordAs(
  actor: Actor,
  changeId: string,
  over: Record<string, string | string[]> = {},
): Promise<SaveResult | null> {
  const seen = await inOrganisation(actor, (tx) => newestRecord(tx, actor.orgId, changeId));
  const parsed = RecordForm.safeParse({
    ...GOOD,
    doneOn: new Date().toISOString().slice(0, 10),
    doneTime: '00:00',
    seen,
    ...over,
  });
  if (!parsed.success) {
    const errors = Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ''), [message]]),
    );
    return { ok: false, errors, conflict: null };
  }
  return recordUnits(actor, changeId, parsed.data);
}

/** Closes with what the page of this person shows. */
export async function closeAs(
  actor: Actor,
  changeId: string,
  over: Partial<CloseInput> & { password?: string } = {},
): Promise<SaveResult | null> {
  const { password = PASSWORD, ...input } = over;
  const page = await getCarryOut(actor, changeId, new URLSearchParams());
  const none = '0'.repeat(64);
  const shown = { snapshot: page?.closing?.snapshot ?? none, done: page?.closing?.done ?? none };
  const wish = { outcome: 'with_deviations' as const, words: 'The checklist is on paper.', ...shown, ...input };
  return closeChange(actor, changeId, wish, { proof_password: password });
}

/** Rows as the owner of the database sees them. */
export const rowsOf = <T extends Record<string, unknown>>(
  { owner }: TestDatabase,
  orgId: string,
  query: string,
  ...values: string[]
): Promise<T[]> =>
  owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    return [...(await tx.unsafe<T[]>(query, values))];
  }) as Promise<T[]>;
