/** Signatures and the snapshots they cover: row, signed text, snapshot and event, each against the others. */
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeSnapshots, changes, signatures } from '../../../db/schema/index.server';
import { payloadOf } from '../bundle-parts';
import { readSignedPayload, type SignedPayload } from '../signed-payload';
import { type Claim, digestOfJson } from './claims.server';
import { type Covering, claimFor, faultsOfLost, hashOf, pages } from './covering.server';

const PAGE = 100;
/** So many reasons of a fall an event holds. */
const VOIDED_BECAUSE = 20;

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
  number: number;
  sha256: string;
  changeId: string;
}

async function checkSnapshots({ orgId, read, fault }: Covering): Promise<Map<string, Snapshot>> {
  const found = new Map<string, Snapshot>();
  for await (const row of pages(read, PAGE, snapshotsAfter(orgId))) {
    found.set(row.id, { number: row.number, sha256: row.sha256, changeId: row.changeId });
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

/** Columns that repeat what was signed, beside what the signed text says there. */
function repeated(row: SignatureRow, signed: SignedPayload): [string, unknown, unknown][] {
  return [
    ['change', row.changeId, signed.change.id],
    ['round', row.roundId, signed.round.id],
    ['place', row.slot, signed.place],
    ['meaning', row.meaning, signed.meaning],
    ['snapshot', row.snapshotSha256, signed.snapshot.sha256],
    ['signer', row.signerId, signed.signer.id],
    ['printed name', row.printedName, signed.signer.name],
    ['role', row.role, signed.signer.role],
    ['job title', row.jobTitle, signed.signer.job_title],
    ['principal', row.onBehalfOf, signed.on_behalf_of?.id ?? null],
    ['“for whom”', row.onBehalfWords, signed.on_behalf_of?.words ?? ''],
    ['delegation', row.delegationId === null, signed.on_behalf_of === null],
    ['exception', row.exceptionId === null, signed.exception === null],
    ['reason', row.reason, signed.reason],
    ['method', row.method, signed.method],
    ['time', row.signedAt.toISOString(), signed.signed_at],
    ['zone', row.zone, signed.zone],
  ];
}

function faultsOf(row: SignatureRow, snapshot: Snapshot | undefined): string[] {
  const faults: string[] = [];
  if (hashOf(row.payload) !== row.payloadSha256) faults.push('what was signed is not what its digest says');
  const signed = readSignedPayload(row.payload);
  if (!signed) faults.push('what was signed cannot be read');
  for (const [name, stands, said] of signed ? repeated(row, signed) : []) {
    if (stands !== said) faults.push(`its ${name} is not the one that was signed`);
  }
  if (!snapshot) faults.push('the snapshot it covers is gone');
  else {
    if (snapshot.sha256 !== row.snapshotSha256) faults.push('it stands beside another snapshot than the one it covers');
    if (snapshot.changeId !== row.changeId) faults.push('its snapshot is of another change');
    if (signed && snapshot.number !== signed.snapshot.number) faults.push('its snapshot has another number');
  }
  return faults;
}

/** What the event of the signature says against the row. */
function faultsAgainst({ seq, said }: Claim, row: SignatureRow): string[] {
  const faults: string[] = [];
  if (said.payloadSha256 !== row.payloadSha256) faults.push(`event ${seq} records another text as signed`);
  if (said.snapshotSha256 !== row.snapshotSha256) faults.push(`event ${seq} records another snapshot`);
  if (said.object !== row.changeId) faults.push(`event ${seq} is of another change: it was moved`);
  if (said.shown !== digestOfJson(row.shown)) faults.push(`event ${seq} records other things as shown to the signer`);
  if (said.address !== row.address) faults.push(`event ${seq} records another network address`);
  return faults;
}

/** Whether it fell, and why: row and event against each other. */
async function faultsOfFall(covering: Covering, row: SignatureRow): Promise<string[]> {
  const known = covering.claims.of('voided').get(row.id);
  if (!row.voidedAt) return known ? [`event ${known.seq} says that it fell, and it stands as if it had not`] : [];
  const fell = await claimFor(covering, 'voided', row.id);
  if (!fell) return ['it is said to have fallen, and no event records that'];
  const because = digestOfJson((row.voidedBecause ?? []).slice(0, VOIDED_BECAUSE));
  return fell.said.because === because ? [] : [`event ${fell.seq} records another reason why it fell`];
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
    for (const words of claim ? faultsAgainst(claim, row) : []) fault(words);
    for (const words of faultsOf(row, snapshots.get(row.snapshotId))) fault(words);
    for (const words of await faultsOfFall(covering, row)) fault(words);
  }
  faultsOfLost(covering, 'signature', 'signatures', seen);
  return seen.size;
}
