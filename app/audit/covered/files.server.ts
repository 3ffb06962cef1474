/** Files that came from people, and evidence packs: their pieces put together, against the digest in the event. */
import { createHash } from 'node:crypto';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import {
  attachmentChunks,
  changeAttachments,
  evidencePackChunks,
  evidencePacks,
  fileChunks,
  replies,
  replyFiles,
} from '../../../db/schema/index.server';
import type { CoveredKind } from './claims.server';
import { type Covering, claimFor, faultsOfLost, pages } from './covering.server';

const PAGE = 200;

interface FileRow {
  id: string;
  ref: string;
  sha256: string | null;
  size: number | null;
  /** Its bytes were disposed of. */
  disposed: boolean;
}

interface FileKind {
  kind: CoveredKind;
  table: string;
  chunks: string;
  after(orgId: string): (tx: Tx, last: FileRow | null, size: number) => Promise<FileRow[]>;
  /** Piece `n` of a file, or undefined after the last. */
  piece(tx: Tx, orgId: string, id: string, n: number): Promise<Uint8Array | undefined>;
}

const REPLY_FILES: FileKind = {
  ...{ kind: 'reply_file', table: 'reply_files', chunks: 'file_chunks' },
  after: (orgId) => async (tx, last, size) => {
    const rows = await tx
      .select({ id: replyFiles.id, ref: replyFiles.name, sha256: replyFiles.sha256, size: replyFiles.size })
      .from(replyFiles)
      .where(and(eq(replyFiles.orgId, orgId), ...(last ? [gt(replyFiles.id, last.id)] : [])))
      .orderBy(asc(replyFiles.id))
      .limit(size);
    return rows.map((row) => ({ ...row, disposed: false }));
  },
  piece: async (tx, orgId, id, n) => {
    const [row] = await tx
      .select({ bytes: fileChunks.bytes })
      .from(fileChunks)
      .where(and(eq(fileChunks.orgId, orgId), eq(fileChunks.fileId, id), eq(fileChunks.n, n)));
    return row?.bytes;
  },
};

const ATTACHMENTS: FileKind = {
  ...{ kind: 'attachment', table: 'change_attachments', chunks: 'attachment_chunks' },
  after: (orgId) => async (tx, last, size) => {
    const { id, name, sha256, size: length, disposedAt } = changeAttachments;
    const rows = await tx
      .select({ id, ref: name, sha256, size: length, disposedAt })
      .from(changeAttachments)
      .where(and(eq(changeAttachments.orgId, orgId), ...(last ? [gt(id, last.id)] : [])))
      .orderBy(asc(id))
      .limit(size);
    return rows.map(({ disposedAt: at, ...row }) => ({ ...row, disposed: at !== null }));
  },
  piece: async (tx, orgId, id, n) => {
    const [row] = await tx
      .select({ bytes: attachmentChunks.bytes })
      .from(attachmentChunks)
      .where(and(eq(attachmentChunks.orgId, orgId), eq(attachmentChunks.attachmentId, id), eq(attachmentChunks.n, n)));
    return row?.bytes;
  },
};

const PACKS: FileKind = {
  ...{ kind: 'pack', table: 'evidence_packs', chunks: 'evidence_pack_chunks' },
  after: (orgId) => async (tx, last, size) => {
    const { id, number, title, sha256, size: length, status } = evidencePacks;
    const rows = await tx
      .select({ id, number, title, sha256, size: length })
      .from(evidencePacks)
      .where(and(eq(evidencePacks.orgId, orgId), eq(status, 'ready'), ...(last ? [gt(id, last.id)] : [])))
      .orderBy(asc(id))
      .limit(size);
    return rows.map(({ number: n, title: words, ...row }) => ({ ...row, ref: `pack ${n}, ${words}`, disposed: false }));
  },
  piece: async (tx, orgId, id, n) => {
    const [row] = await tx
      .select({ bytes: evidencePackChunks.bytes })
      .from(evidencePackChunks)
      .where(and(eq(evidencePackChunks.orgId, orgId), eq(evidencePackChunks.packId, id), eq(evidencePackChunks.n, n)));
    return row?.bytes;
  },
};

/** Digest and length of the pieces, one after the other: never more than one of them is held. */
async function putTogether({ read, orgId }: Covering, { piece }: FileKind, id: string) {
  const hash = createHash('sha256');
  let size = 0;
  for (let n = 0; ; n += 1) {
    const bytes = await read((tx) => piece(tx, orgId, id, n));
    if (!bytes) return { sha256: hash.digest('hex'), size };
    hash.update(bytes);
    size += bytes.length;
  }
}

async function checkKind(covering: Covering, kind: FileKind): Promise<number> {
  const seen = new Set<string>();
  for await (const row of pages(covering.read, PAGE, kind.after(covering.orgId))) {
    seen.add(row.id);
    const claim = await claimFor(covering, kind.kind, row.id);
    const ref = claim?.ref && claim.ref !== row.ref ? `${claim.ref}, ${row.ref}` : row.ref;
    const fault = (words: string, table = kind.table) =>
      covering.fault({ table, ref, event: claim?.seq ?? null, words });
    if (!claim) fault('no event records it');
    else if (claim.said.sha256 !== row.sha256) fault(`event ${claim.seq} records another file`);
    if (row.disposed) {
      if (!(await claimFor(covering, 'disposed', row.id)))
        fault('it is said to be disposed of, and no event records that');
    } else if (covering.deep) {
      const { sha256, size } = await putTogether(covering, kind, row.id);
      if (sha256 !== row.sha256 || size !== row.size) fault('its bytes are not what its digest says', kind.chunks);
    }
  }
  faultsOfLost(covering, kind.kind, kind.table, seen);
  return seen.size;
}

/** Suppliers' files, attachments of changes, evidence packs. */
export async function checkFiles(covering: Covering): Promise<number> {
  let count = 0;
  for (const kind of [REPLY_FILES, ATTACHMENTS, PACKS]) count += await checkKind(covering, kind);
  return count;
}

/** What suppliers answered: the digest on the receipt against the digest in the event. */
export async function checkReplies(covering: Covering): Promise<number> {
  const seen = new Set<string>();
  const { orgId } = covering;
  const after = (tx: Tx, last: { id: string } | null, size: number) =>
    tx
      .select({ id: replies.id, sha256: replies.contentSha256 })
      .from(replies)
      .where(
        and(
          eq(replies.orgId, orgId),
          inArray(replies.status, ['received']),
          ...(last ? [gt(replies.id, last.id)] : []),
        ),
      )
      .orderBy(asc(replies.id))
      .limit(size);
  for await (const { id, sha256 } of pages(covering.read, PAGE, after)) {
    seen.add(id);
    const claim = await claimFor(covering, 'reply', id);
    const fault = (words: string) =>
      covering.fault({ table: 'replies', ref: claim?.ref || id, event: claim?.seq ?? null, words });
    if (!claim) fault('no event records that it was received');
    else if (claim.said.sha256 !== (sha256 ?? '')) fault(`event ${claim.seq} records another reply`);
  }
  faultsOfLost(covering, 'reply', 'replies', seen);
  return seen.size;
}
