/** The file of an issued letter: the stored bytes, checked against their recorded hash, never printed again. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { letters, letterVersions } from '../../../db/schema/index.server';
import type { DocumentModels } from '../../../documents/catalogue.server';
import { DocumentTooLong, RenderingBusy, renderDocument } from '../../../documents/render.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { documentFileName } from './file-name';
import type { LetterKind } from './letter-kinds';
import { letterObject, versionInWords } from './letter-row.server';
import { readVersion, versionsOf } from './read-version.server';
import { ReplyForm } from './reply-form';
import { toPreview } from './to-issue';

export type LetterFile =
  | { ok: true; bytes: Uint8Array; sha256: string; fileName: string }
  /** 409: what is stored is not what was stored. 413: too long to print. 503: too many are being printed. */
  | { ok: false; status: 409 | 413 | 503; message: string };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of an issued version, for an answer without bytes; null when there is none here. */
export const issuedDigest = (actor: Actor, letterId: string, number: number): Promise<string | null> =>
  inOrganisation(actor, async (tx) => (await readVersion(tx, actor.orgId, letterId, number))?.sha256 ?? null);

/** Null when there is no such issued version in the actor's organisation; every download is recorded. */
export const downloadLetter = (actor: Actor, letterId: string, number: number): Promise<LetterFile | null> =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select({
        id: letters.id,
        reference: letters.reference,
        kind: letters.kind,
        bytes: letterVersions.bytes,
        sha256: letterVersions.sha256,
      })
      .from(letterVersions)
      .innerJoin(letters, and(eq(letters.orgId, letterVersions.orgId), eq(letters.id, letterVersions.letterId)))
      .where(
        and(
          eq(letterVersions.orgId, actor.orgId),
          eq(letterVersions.letterId, letterId),
          eq(letterVersions.number, number),
        ),
      );
    if (!row?.bytes || !row.sha256) return null;
    const whole = sha256(row.bytes) === row.sha256;
    await record(tx, auditActor(actor), {
      action: whole ? 'letter.downloaded' : 'letter.damaged',
      object: letterObject(row),
      detail: { version: versionInWords(number), sha256: row.sha256 },
    });
    if (!whole) {
      const message = `The stored file of ${row.reference} no longer matches its recorded hash, so it is not handed out. Tell an administrator.`;
      return { ok: false, status: 409, message };
    }
    const fileName = documentFileName(row.kind, `${row.reference}-${versionInWords(number)}`);
    return { ok: true, bytes: row.bytes, sha256: row.sha256, fileName };
  });

/** The current version as a PDF marked as a draft on every page; made for looking at, and not kept. Null: no such letter. */
export async function previewLetter(actor: Actor, letterId: string): Promise<LetterFile | null> {
  const found = await inOrganisation(actor, async (tx) => {
    const [letter] = await tx
      .select()
      .from(letters)
      .where(and(eq(letters.orgId, actor.orgId), eq(letters.id, letterId)));
    const version = letter && (await readVersion(tx, actor.orgId, letterId, letter.currentNumber));
    return letter && version ? { letter, version } : null;
  });
  if (!found) return null;
  const { letter, version } = found;
  const words = versionInWords(version.number);
  const model = toPreview(version.model as object, letter.reference, words, version.form);
  return printed(letter.kind, model as DocumentModels[typeof letter.kind], version.createdAt, (kind) =>
    documentFileName(kind, `DRAFT-${letter.reference}-${words}`),
  );
}

/** The questions of the version issued last, with fields to fill in, for an envelope. Null: nothing issued that asks. */
export async function printAnswerForm(actor: Actor, letterId: string): Promise<LetterFile | null> {
  const version = await inOrganisation(actor, async (tx) => {
    const versions = await versionsOf(tx, actor.orgId, letterId);
    return versions.filter(({ status }) => status === 'issued').at(-1) ?? null;
  });
  if (!version?.form) return null;
  const form = ReplyForm.parse(version.form);
  return printed('answer-form', form, version.issuedAt ?? version.createdAt, (kind) =>
    documentFileName(kind, `${form.reference}-${form.version}`),
  );
}

/** Prints what is looked at or taken along and not kept; what is too long, or too many at once, is refused. */
async function printed<K extends LetterKind | 'answer-form'>(
  kind: K,
  model: DocumentModels[K],
  at: Date,
  fileName: (kind: K) => string,
): Promise<LetterFile> {
  try {
    const { bytes, sha256 } = await renderDocument(kind, model, at);
    return { ok: true, bytes, sha256, fileName: fileName(kind) };
  } catch (error) {
    if (error instanceof RenderingBusy) return { ok: false, status: 503, message: error.message };
    if (error instanceof DocumentTooLong) return { ok: false, status: 413, message: error.message };
    throw error;
  }
}
