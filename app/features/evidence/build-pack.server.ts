/**
 * Builds a pack from what was frozen when it was asked for. Job: killed at any point, it begins again; pieces of an
 * unfinished pack are deleted and written anew. Whoever runs it twice makes the same bytes.
 */
import { and, eq, ne } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { evidencePackChunks, evidencePacks } from '../../../db/schema/index.server';
import { DocumentTooLong, renderDocument } from '../../../documents/render.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import { inTheBackground } from '../../audit/outsiders';
import { DamagedFile } from './byte-sources.server';
import { ChunkWriter } from './chunk-writer.server';
import type { Material } from './material';
import { newestEvents } from './newest-events.server';
import { packFiles } from './pack-files.server';
import { packModel } from './pack-model';
import { BrokenChain } from './trail-sources.server';
import { PackTooLarge, writeArchive } from './write-archive.server';

type PackRow = typeof evidencePacks.$inferSelect;

const own = (orgId: string, id: string) => and(eq(evidencePacks.orgId, orgId), eq(evidencePacks.id, id));

/** Takes the pack for this run and clears what an earlier run left behind. Null: it is finished, or not there. */
const begin = (orgId: string, packId: string): Promise<PackRow | null> =>
  inOrganisation(inTheBackground(orgId), async (tx) => {
    const [pack] = await tx.select().from(evidencePacks).where(own(orgId, packId)).for('update');
    if (!pack || pack.status === 'ready') return null;
    await tx
      .delete(evidencePackChunks)
      .where(and(eq(evidencePackChunks.orgId, orgId), eq(evidencePackChunks.packId, packId)));
    await tx
      .update(evidencePacks)
      .set({ status: 'building', progress: 1, step: 'printing', failure: '' })
      .where(own(orgId, packId));
    return pack;
  });

const say = (orgId: string, packId: string, progress: number, step: string) =>
  inOrganisation(inTheBackground(orgId), (tx) =>
    tx
      .update(evidencePacks)
      .set({ progress, step })
      .where(and(own(orgId, packId), ne(evidencePacks.status, 'ready'))),
  );

const object = ({ id, number }: PackRow): AuditEvent['object'] => ({ type: 'pack', id, ref: `pack ${number}` });

/** Faults that another attempt would meet again. */
const isLasting = (error: unknown): error is Error =>
  error instanceof BrokenChain ||
  error instanceof DamagedFile ||
  error instanceof PackTooLarge ||
  error instanceof DocumentTooLong;

/** @returns whether this run finished the pack */
export async function buildPack({ orgId, packId }: { orgId: string; packId: string }): Promise<boolean> {
  const pack = await begin(orgId, packId);
  if (!pack) return false;
  try {
    const made = await write(pack);
    return await finish(pack, made);
  } catch (error) {
    if (!isLasting(error)) throw error;
    await fail(pack, error.message);
    return false;
  }
}

async function write(pack: PackRow): Promise<{ size: number; sha256: string; chunks: number }> {
  const { orgId, id, completeness, title, scope } = pack;
  const { words, ...material } = JSON.parse(pack.material) as Material & { words: string };
  const { seq, hash, at } = material.trail;
  const cutAt = new Date(at);
  const events = await newestEvents(orgId, material);
  const model = packModel(material, { scopeWords: words, title }, completeness, events);
  const { bytes } = await renderDocument('evidence-pack', model, cutAt);
  await say(orgId, id, 20, 'putting the files together');
  const { language: _, chapters: __, beyond: ___, statement, ...printed } = model;
  const data = {
    changemark_pack_data: 1,
    ...printed,
    completeness,
    statement,
    trail: material.trail,
    changes: material.changes,
  };
  const files = packFiles(orgId, material, data, bytes);
  const chunks = new ChunkWriter(orgId, id);
  let shown = 20;
  const made = await writeArchive(
    files,
    { scope, title, cut: { seq, hash, at }, organisation: { id: orgId, name: material.organisation.name } },
    cutAt,
    (piece) => chunks.put(piece),
    async (done, of) => {
      const progress = 20 + Math.floor((79 * done) / of);
      if (progress < shown + 5 && done < of) return;
      shown = progress;
      await say(orgId, id, progress, `file ${done} of ${of}`);
    },
  );
  return { ...made, chunks: await chunks.end() };
}

/** The pack is ready when every piece is there; from then on nothing of it can be changed. */
const finish = (pack: PackRow, made: { size: number; sha256: string; chunks: number }): Promise<boolean> =>
  inOrganisation(inTheBackground(pack.orgId), async (tx) => {
    const [now] = await tx.select().from(evidencePacks).where(own(pack.orgId, pack.id)).for('update');
    if (!now || now.status === 'ready') return false;
    const there = await tx.$count(
      evidencePackChunks,
      and(eq(evidencePackChunks.orgId, pack.orgId), eq(evidencePackChunks.packId, pack.id)),
    );
    // Another run began meanwhile and took the pieces away: this one has nothing to hand over.
    if (there !== made.chunks) throw new Error(`Pack ${pack.number}: ${there} of ${made.chunks} pieces are there`);
    const { size, sha256 } = made;
    await tx
      .update(evidencePacks)
      .set({ status: 'ready', progress: 100, step: 'ready', size, sha256, readyAt: new Date() })
      .where(own(pack.orgId, pack.id));
    await recordOn(tx, pack, {
      action: 'pack.ready',
      object: object(pack),
      detail: { sha256, size, cutSeq: pack.cutSeq },
    });
    return true;
  });

const fail = (pack: PackRow, message: string) =>
  inOrganisation(inTheBackground(pack.orgId), async (tx) => {
    await tx
      .update(evidencePacks)
      .set({ status: 'failed', step: 'stopped', failure: message })
      .where(and(own(pack.orgId, pack.id), ne(evidencePacks.status, 'ready')));
    await recordOn(tx, pack, { action: 'pack.failed', object: object(pack), detail: { message } });
  });

const recordOn = (tx: Tx, pack: PackRow, event: AuditEvent) => record(tx, inTheBackground(pack.orgId), event);
