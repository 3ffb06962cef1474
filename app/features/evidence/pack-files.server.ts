/** The files of a pack: what stands in the ZIP and where its bytes come from. Nothing is read before it is written. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { projectRoot } from '../../../db/project-root';
import { chartOf } from '../../regulation/charts/index';
import { outline } from '../../regulation/charts/outline';
import { byteSources } from './byte-sources.server';
import type { Material } from './material';
import { readme } from './readme';
import { trailSources } from './trail-sources.server';
import type { PackFile } from './write-archive.server';
import type { Source } from './zip.server';

/** A name that every file system takes, and no way out of its folder. */
export const safeName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80) || 'file';

const text = (content: string): Source =>
  async function* () {
    yield new TextEncoder().encode(content);
  };

const json = (value: unknown): Source => text(`${canonicalize(value) ?? 'null'}\n`);

/** @param data everything that is printed and more: the content of pack.json */
export function packFiles(orgId: string, material: Material, data: object, pdf: Uint8Array): PackFile[] {
  const { changes } = material;
  const bytes = byteSources(orgId);
  const letters = [...new Map(changes.flatMap((one) => one.letters).map((one) => [one.letter.id, one])).values()];
  const signatures = changes.flatMap((one) => one.signatures);
  const files: PackFile[] = [
    { path: 'pack.json', source: json(data) },
    {
      path: 'pack.pdf',
      source: async function* () {
        yield pdf;
      },
    },
    { path: 'README.txt', source: text(readme(material)) },
    { path: 'signatures.json', source: json(signatures) },
    ...trailSources(orgId, material),
    ...outlines(material),
    ...verifier(),
  ];
  for (const one of changes) {
    const { reference } = one.change;
    for (const { id, number, sha256 } of one.snapshots) {
      files.push({ path: `snapshots/${reference}-${number}.json`, source: bytes.snapshot(id, sha256) });
    }
    for (const paper of one.documents.filter(({ sha256 }) => sha256 !== null)) {
      files.push({
        path: `documents/${safeName(paper.reference)}.pdf`,
        source: bytes.document(paper.id, paper.sha256 ?? ''),
      });
    }
    for (const file of one.attachments.filter(({ disposedAt }) => disposedAt === null)) {
      const path = `attachments/${reference}/${file.id.slice(-8)}-${safeName(file.name)}`;
      files.push({ path, source: bytes.attachment(file.id, file.sha256) });
    }
  }
  for (const { letter, versions, replies } of letters) {
    for (const { number, sha256 } of versions.filter((version) => version.sha256 !== null)) {
      const path = `letters/${safeName(letter.reference)}-v${number}.pdf`;
      files.push({ path, source: bytes.letter(letter.id, number, sha256 ?? '') });
    }
    for (const [index, came] of replies.entries()) {
      const folder = `replies/${safeName(letter.reference)}-${index + 1}`;
      files.push({ path: `${folder}/receipt.pdf`, source: bytes.receipt(came.reply.id) });
      files.push({ path: `${folder}/answers.json`, source: json(came) });
      for (const file of came.files) {
        const path = `${folder}/${file.id.slice(-8)}-${safeName(file.name)}`;
        files.push({ path, source: bytes.replyFile(file.id, file.sha256) });
      }
    }
  }
  return files;
}

/** The charts that were walked, in the editions that were walked. */
function outlines({ changes }: Material): PackFile[] {
  const walked = new Map<string, PackFile>();
  for (const { instrument, edition } of changes.flatMap((one) => one.assessment?.result.findings ?? [])) {
    const chart = chartOf(instrument, edition);
    const path = `library/${safeName(instrument)}-${safeName(edition)}.txt`;
    if (chart) walked.set(path, { path, source: text(outline(chart)) });
  }
  return [...walked.values()];
}

/** The page that verifies the pack without a network, as it was built with this program. */
function verifier(): PackFile[] {
  const file = join(projectRoot(), 'build', 'verify.html');
  return existsSync(file) ? [{ path: 'verify.html', source: text(readFileSync(file, 'utf8')) }] : [];
}
