/** Issuing: the approved letter becomes a file whose bytes never change again. Job; whoever runs it twice changes nothing. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letterVersions } from '../../../db/schema/index.server';
import type { DocumentModels } from '../../../documents/catalogue.server';
import { renderDocument } from '../../../documents/render.server';
import { SealRefused, sealPdf } from '../../../documents/seal.server';
import { record } from '../../audit/append.server';
import { inTheBackground } from '../../audit/outsiders';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { approvedHash } from './approved-hash.server';
import { askQuestions } from './ask-questions.server';
import { type LetterRow, lockLetter, moveLetter, versionInWords } from './letter-row.server';
import { subjectsOf } from './letter-subjects.server';
import { type LetterVersion, readVersion } from './read-version.server';
import { sealCertificate, type UsableSeal, usableSeal } from './seal-certificate.server';
import { sendIssued } from './send-issued.server';
import { toIssue } from './to-issue';

export interface IssueJob {
  orgId: string;
  letterId: string;
  number: number;
  /** Send by e-mail to the letter's recipient once the file is locked. */
  thenSend?: boolean;
}

/**
 * Prints, seals and locks an approved version, and sends it where that was asked for.
 * @returns whether this run issued it; false when it is issued already or no longer approved
 * @throws when the stored text is not the one that was approved, and what rendering throws: the job is tried again
 */
export async function issueLetter({ orgId, letterId, number, thenSend = false }: IssueJob): Promise<boolean> {
  const by = inTheBackground(orgId);
  const found = await inOrganisation(by, async (tx) => {
    const version = await readVersion(tx, orgId, letterId, number);
    if (version?.status !== 'approved') return null;
    const letter = await lockLetter(tx, orgId, letterId);
    return letter ? { letter, version, certificate: await sealCertificate(tx, orgId) } : null;
  });
  if (!found) return false;
  const seal = usableSeal(found.certificate, new Date());
  const file = await print(found.letter, found.version, seal);
  return inOrganisation(by, async (tx) => {
    const letter = await lockLetter(tx, orgId, letterId);
    const version = await readVersion(tx, orgId, letterId, number);
    if (letter?.status !== 'approved' || version?.status !== 'approved') return false;
    await keep(tx, version, file);
    const { changes } = await subjectsOf(tx, letter);
    for (const { changeId } of changes) await record(tx, by, ...(await reviewSignatures(tx, by, changeId)));
    const asked = await askQuestions(tx, letter, version);
    await moveLetter(tx, by, letter, 'issue', {
      detail: {
        sha256: file.sha256,
        pages: file.pages,
        approved_sha256: version.approvedSha256,
        seal: file.sealWords,
      },
      fields: asked,
    });
    if (thenSend) {
      const issued: LetterRow = { ...letter, ...asked, status: 'issued' };
      await sendIssued(tx, by, issued, { onceKey: `letter:${letterId}:v${number}:when-issued` });
    }
    return true;
  });
}

interface File {
  bytes: Uint8Array;
  sha256: string;
  pages: number;
  /** Subject of the certificate it is sealed with; empty: not sealed. */
  sealedBy: string;
  /** For the record: the level and by whom, or why there is none. */
  sealWords: string;
}

async function print(letter: LetterRow, version: LetterVersion, seal: UsableSeal): Promise<File> {
  const words = versionInWords(version.number);
  if (approvedHash(version) !== version.approvedSha256) {
    throw new Error(`${letter.reference} ${words} is not the text that was approved`);
  }
  const model = toIssue(version.model as object, letter.reference, words, version.form);
  const at = version.approvedAt ?? version.createdAt;
  const printed = await renderDocument(letter.kind, model as DocumentModels[typeof letter.kind], at);
  if (!seal.ok) return { ...printed, sealedBy: '', sealWords: `none: ${seal.because}` };
  try {
    const bytes = await sealPdf(printed.bytes, seal.key, {
      at: new Date(),
      reason: `${letter.reference} ${words} issued`,
      name: seal.subject,
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, sha256, pages: printed.pages, sealedBy: seal.subject, sealWords: `B-B, ${seal.subject}` };
  } catch (error) {
    // A letter is not kept back for its seal; the record says that it has none, and why.
    if (!(error instanceof SealRefused)) throw error;
    return { ...printed, sealedBy: '', sealWords: `none: ${error.message}` };
  }
}

const keep = (tx: Tx, version: LetterVersion, file: File) =>
  tx
    .update(letterVersions)
    .set({
      status: 'issued',
      issuedAt: new Date(),
      bytes: file.bytes,
      sha256: file.sha256,
      pages: file.pages,
      seal: file.sealedBy ? 'B-B' : 'none',
      sealedBy: file.sealedBy,
    })
    .where(
      and(
        eq(letterVersions.orgId, version.orgId),
        eq(letterVersions.letterId, version.letterId),
        eq(letterVersions.number, version.number),
        eq(letterVersions.status, 'approved'),
      ),
    );
