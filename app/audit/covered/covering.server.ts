/** Holding what is stored against what the trail claims: the frame that every kind of thing is checked in. */
import type { Tx } from '../../../db/client.server';
import { hashOf } from '../append.server';
import type { Claim, Claims, CoveredKind } from './claims.server';

/** Runs some reading in one short transaction. */
export type Read = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Where something is not as it was recorded. */
export interface PlacedFault {
  /** Table of the database. */
  table: string;
  /** Which row, as people name it. */
  ref: string;
  /** Event that says how it was; null: none does. */
  event: number | null;
  words: string;
}

export interface Covering {
  orgId: string;
  claims: Claims;
  read: Read;
  /** Also reads every file byte by byte; without it, their digests are compared and nothing is opened. */
  deep: boolean;
  fault(fault: PlacedFault): void;
  /** Hears the events that were added since the walk: a row may be younger than the walk. */
  listenOn(): Promise<void>;
}

/** SHA-256 of a text, in hexadecimal. */
export { hashOf };

/** The claim about a row, or null; asks again for what came after the walk before it says so. */
export async function claimFor(covering: Covering, kind: CoveredKind, key: string): Promise<Claim | null> {
  const found = covering.claims.of(kind).get(key);
  if (found) return found;
  await covering.listenOn();
  return covering.claims.of(kind).get(key) ?? null;
}

/** Rows page by page: `page` is asked for what comes after the last row of the page before. */
export async function* pages<Row>(
  read: Read,
  size: number,
  page: (tx: Tx, after: Row | null, size: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let after: Row | null = null; ; ) {
    const last: Row | null = after;
    const rows: Row[] = await read((tx): Promise<Row[]> => page(tx, last, size));
    yield* rows;
    if (rows.length < size) return;
    after = rows.at(-1) ?? null;
  }
}

/** A fault for each claim whose thing is not there any more. */
export function faultsOfLost(covering: Covering, kind: CoveredKind, table: string, seen: ReadonlySet<string>): void {
  for (const [key, { seq, ref }] of covering.claims.of(kind)) {
    if (!seen.has(key))
      covering.fault({ table, ref: ref || key, event: seq, words: `event ${seq} records it, and it is gone` });
  }
}
