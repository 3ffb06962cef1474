/** The claims in the machine-readable files of a reply. */
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { replyFiles } from '../../../db/schema/index.server';
import { fileBytes } from './file-bytes.server';
import { subjectInWords } from './subject';
import { type VexStatement, vexQuotation, vexSentence, vexStatements } from './vex-statements';

/** Larger files are read on the page of the file, where a person waits for it and not the supplier. */
const LARGEST = 4 * 1024 * 1024;
/** Statements taken without being asked for; the page of the file offers the rest. */
export const MOST_VEX = 500;

export interface VexClaim {
  questionNumber: null;
  subject: string;
  label: string;
  value: unknown;
  fact: string;
  statement: string;
  quotation: string;
  document: string;
  page: string;
  fileId: string;
}

/** A statement of a file as a claim. "Under investigation" says nothing yet, so its value is not known. */
export const vexClaim = (statement: VexStatement, file: { id: string; name: string }): VexClaim => ({
  questionNumber: null,
  subject: `vex:${statement.cve}`,
  label: subjectInWords(`vex:${statement.cve}`),
  value: statement.status === 'under_investigation' ? null : statement.status,
  fact: '',
  statement: vexSentence(statement),
  quotation: vexQuotation(statement),
  document: file.name,
  page: statement.place,
  fileId: file.id,
});

/** Parses a file's text; null when it is no JSON. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Claims of the files of a reply that speak of vulnerabilities. */
export async function vexClaims(tx: Tx, orgId: string, replyId: string): Promise<VexClaim[]> {
  const files = await tx
    .select({ id: replyFiles.id, name: replyFiles.name })
    .from(replyFiles)
    .where(
      and(
        eq(replyFiles.orgId, orgId),
        eq(replyFiles.replyId, replyId),
        isNull(replyFiles.removedAt),
        lte(replyFiles.size, LARGEST),
        or(sql`lower(${replyFiles.name}) like '%.json'`, sql`${replyFiles.mediaType} like '%json%'`),
      ),
    )
    .orderBy(asc(replyFiles.uploadedAt), asc(replyFiles.id));
  const found: VexClaim[] = [];
  for (const file of files) {
    const json = readJson(await fileBytes(tx, orgId, file.id));
    for (const statement of vexStatements(json)) if (found.length < MOST_VEX) found.push(vexClaim(statement, file));
  }
  return found;
}
