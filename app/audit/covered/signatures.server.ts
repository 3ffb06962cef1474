/** Signatures and the snapshots they cover: row, signed text, snapshot and event, each against the others. */
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeSnapshots, changes, signatures } from '../../../db/schema/index.server';
import { payloadOf } from '../bundle-parts';
import { textsIn } from '../proof';
import { type Covering, claimFor, faultsOfLost, hashOf, pages } from './covering.server';

const PAGE = 100;

const snapshotsAfter = (orgId: string) => (tx: Tx, last: { id: string } | null, size: number) =>
  tx
    .select({
      id: changeSnapshots.id,
      changeId: changeSnapshots.changeId,
      number: changeSnapshots.number,
      sha256: changeSnapshots.sha256,
      content: changeSnapshots.content,
      reference: changes.reference,
    })
    .from(changeSnapshots)
    .leftJoin(changes, and(eq(changes.orgId, changeSnapshots.orgId), eq(changes.id, changeSnapshots.changeId)))
    .where(and(eq(changeSnapshots.orgId, orgId), ...(last ? [gt(changeSnapshots.id, last.id)] : [])))
    .orderBy(asc(changeSnapshots.id))
    .limit(size);

/** What a signature needs to know of its snapshot. */
interface Snapshot {
  sha256: string;
  changeId: string;
}

async function checkSnapshots({ orgId, read, fault }: Covering): Promise<Map<string, Snapshot>> {
  const found = new Map<string, Snapshot>();
  for await (const row of pages(read, PAGE, snapshotsAfter(orgId))) {
    found.set(row.id, { sha256: row.sha256, changeId: row.changeId });
    const place = {
      table: 'change_snapshots',
      ref: `${row.reference ?? row.changeId}, snapshot ${row.number}`,
      event: null,
    };
    if (hashOf(row.content) !== row.sha256) fault({ ...place, words: 'its content is not what its digest says' });
    const about = payloadOf(row.content).change;
    const id = typeof about === 'object' && about !== null ? (about as { id?: unknown }).id : undefined;
    if (id !== undefined && id !== row.changeId) fault({ ...place, words: 'it is of another change' });
  }
  return found;
}

const signaturesAfter = (orgId: string) => (tx: Tx, last: { id: string } | null, size: number) =>
  tx
    .select()
    .from(signatures)
    .where(and(eq(signatures.orgId, orgId), ...(last ? [gt(signatures.id, last.id)] : [])))
    .orderBy(asc(signatures.id))
    .limit(size);

type SignatureRow = typeof signatures.$inferSelect;

/** Columns that repeat what was signed: each must say what the signed text says. */
function repeated(row: SignatureRow): [string, string][] {
  const { slot, meaning, printedName, role, reason, method, zone, changeId, roundId, signerId, snapshotSha256 } = row;
  return [
    ['place', slot],
    ['meaning', meaning],
    ['printed name', printedName],
    ['role', role],
    ['reason', reason],
    ['method', method],
    ['zone', zone],
    ['change', changeId],
    ['round', roundId],
    ['signer', signerId],
    ['snapshot', snapshotSha256],
    ['time', row.signedAt.toISOString()],
    ['"for whom"', row.onBehalfWords],
    ['job title', row.jobTitle],
  ];
}

function faultsOf(row: SignatureRow, snapshot: Snapshot | undefined): string[] {
  const faults: string[] = [];
  if (hashOf(row.payload) !== row.payloadSha256) faults.push('what was signed is not what its digest says');
  const signed = textsIn(payloadOf(row.payload));
  for (const [name, value] of repeated(row)) {
    if (value !== '' && !signed.has(value)) faults.push(`its ${name} is not the one that was signed`);
  }
  if (!snapshot) faults.push('the snapshot it covers is gone');
  else {
    if (snapshot.sha256 !== row.snapshotSha256) faults.push('it stands beside another snapshot than the one it covers');
    if (snapshot.changeId !== row.changeId) faults.push('its snapshot is of another change');
  }
  return faults;
}

/** Every snapshot and every signature of an organisation. */
export async function checkSignatures(covering: Covering): Promise<number> {
  const snapshots = await checkSnapshots(covering);
  const seen = new Set<string>();
  for await (const row of pages(covering.read, PAGE, signaturesAfter(covering.orgId))) {
    const { id } = row;
    seen.add(id);
    const claim = await claimFor(covering, 'signature', id);
    const ref = `${claim?.ref || row.changeId}, signature of ${row.printedName}`;
    const fault = (words: string) => covering.fault({ table: 'signatures', ref, event: claim?.seq ?? null, words });
    if (!claim) fault('no event records it: it was added, or moved here');
    else {
      if (claim.said.payloadSha256 !== row.payloadSha256) fault(`event ${claim.seq} records another text as signed`);
      if (claim.said.snapshotSha256 !== row.snapshotSha256) fault(`event ${claim.seq} records another snapshot`);
      if (claim.said.object !== row.changeId) fault(`event ${claim.seq} is of another change: it was moved`);
    }
    for (const words of faultsOf(row, snapshots.get(row.snapshotId))) fault(words);
    const voided = row.voidedAt ? await claimFor(covering, 'voided', id) : covering.claims.of('voided').get(id);
    if (row.voidedAt && !voided) fault('it is said to have fallen, and no event records that');
  }
  faultsOfLost(covering, 'signature', 'signatures', seen);
  return seen.size;
}
