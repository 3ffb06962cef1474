/**
 * A file is brought: its bytes are kept, the act is recorded, and reading is asked for, all in one transaction. Several
 * files of feeds become one import, for they are one delivery that is looked at and applied at once; each inventory is an
 * import of its own, for each has its own columns.
 */
import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { zipSync } from 'fflate';
import { inOrganisation, type Tx } from '../../../db/client.server';
import {
  deviceModels,
  type ImportOptions,
  type ImportPurpose,
  importChunks,
  imports,
} from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor, AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { LIMITS } from '../../readers/reader';
import { cleanName } from '../files/clean-name';
import { piecesOf } from '../files/examined.server';
import { newId } from '../files/new-id.server';
import type { SpooledFile } from '../files/spool.server';
import { enqueue } from '../jobs/enqueue.server';
import type { FieldErrors } from '../save-result';
import type { BringForm } from './import-form';
import { fileDetail, importObject } from './import-row.server';

export type Brought = { ok: true; ids: string[] } | { ok: false; errors: FieldErrors };

const LARGEST_MB = LIMITS.file / 1024 / 1024;
const refusal = (field: string, message: string): Brought => ({ ok: false, errors: { [field]: [message] } });

/** Brings files for one purpose. */
export async function bringFiles(actor: Actor, form: BringForm, files: readonly SpooledFile[]): Promise<Brought> {
  if (files.length === 0) return refusal('files', 'Choose a file first.');
  const ofModel = form.purpose === 'components' || form.purpose === 'mds2';
  if (ofModel && files.length > 1) return refusal('files', 'One file at a time: it is about one model.');
  const empty = files.find(({ size }) => size === 0);
  if (empty) return refusal('files', `${cleanName(empty.originalName)} is empty.`);
  const together = files.reduce((sum, { size }) => sum + size, 0);
  const parcelled = form.purpose === 'feed' && files.length > 1;
  if (parcelled && together > LIMITS.file) {
    return refusal('files', `Together they have more than ${LARGEST_MB} MB. Bring them in several steps.`);
  }
  const brought = parcelled ? [await asParcel(files)] : files;
  return inOrganisation(actor, async (tx): Promise<Brought> => {
    if (ofModel && !(await modelInUse(tx, actor.orgId, form.modelId ?? ''))) {
      return refusal('modelId', 'This model is not in the register, or retired. Choose another.');
    }
    const options: ImportOptions = {
      ...(form.documentDate ? { documentDate: form.documentDate } : {}),
      ...(form.saidBy ? { saidBy: form.saidBy.slice(0, 300) } : {}),
    };
    const ids: string[] = [];
    const events: AuditEvent[] = [];
    for (const file of brought) {
      const kept = await keepImport(tx, auditActor(actor), file, {
        ...{ purpose: form.purpose, broughtBy: 'a person', options },
        ...(ofModel ? { modelId: form.modelId ?? null, softwareVersion: form.softwareVersion } : {}),
      });
      ids.push(kept.id);
      events.push(kept.event);
    }
    await record(tx, auditActor(actor), ...events);
    return { ok: true, ids };
  });
}

async function modelInUse(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ retiredAt: deviceModels.retiredAt })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, id)));
  return row !== undefined && row.retiredAt === null;
}

export interface Bringing {
  purpose: ImportPurpose;
  broughtBy: string;
  options?: ImportOptions;
  modelId?: string | null;
  softwareVersion?: string;
}

/** Keeps a file as an import and asks for it to be read. The caller records the event. */
export async function keepImport(
  tx: Tx,
  by: AuditActor,
  file: SpooledFile,
  { purpose, broughtBy, options = {}, modelId = null, softwareVersion = '' }: Bringing,
): Promise<{ id: string; event: AuditEvent }> {
  const id = newId();
  const fileName = cleanName(file.originalName);
  const { size, sha256 } = file;
  const earlier = await broughtBefore(tx, by.orgId, sha256);
  await tx.insert(imports).values({
    ...{ orgId: by.orgId, id, purpose, fileName, size, sha256, broughtBy, options, modelId, softwareVersion },
    ...{ progressOf: size, createdByName: by.name, createdBy: by.userId, updatedBy: by.userId },
  });
  for await (const { n, bytes } of piecesOf(file)) {
    await tx.insert(importChunks).values({ orgId: by.orgId, importId: id, n, bytes });
  }
  await enqueue(tx, 'import.run', { orgId: by.orgId, importId: id });
  const detail = {
    ...fileDetail({ purpose, kind: '', sha256, size, broughtBy }),
    ...(earlier ? { sameAs: earlier } : {}),
  };
  return { id, event: { action: 'import.begun', object: importObject({ id, fileName }), detail } };
}

/** The last import of the same bytes, if there was one. */
async function broughtBefore(tx: Tx, orgId: string, sha256: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.orgId, orgId), eq(imports.sha256, sha256)))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(1);
  return row?.id ?? null;
}

const MTIME = new Date('2000-01-01T00:00:00Z');

/** Several files as one ZIP, stored as they are; the same files make the same bytes. */
async function asParcel(files: readonly SpooledFile[]): Promise<SpooledFile> {
  const parts: Record<string, [Uint8Array, { level: 0; mtime: Date }]> = {};
  for (const file of files) {
    const name = cleanName(file.originalName);
    parts[unusedName(name, parts)] = [await file.read(0, file.size), { level: 0, mtime: MTIME }];
  }
  return fileOf(`${files.length} files.zip`, Buffer.from(zipSync(parts)));
}

function unusedName(name: string, taken: object): string {
  const lower = new Set(Object.keys(taken).map((one) => one.toLowerCase()));
  let free = name;
  for (let n = 2; lower.has(free.toLowerCase()); n += 1) free = name.replace(/(\.[^.]*)?$/, ` (${n})$1`);
  return free;
}

/** Bytes in memory as a file that was received. */
export const fileOf = (originalName: string, bytes: Buffer): SpooledFile => ({
  ...{ field: 'files', originalName, size: bytes.length },
  sha256: createHash('sha256').update(bytes).digest('hex'),
  read: async (from, length) => bytes.subarray(from, from + length),
});
