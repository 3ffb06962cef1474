/** `changemark audit verify FILE` for an evidence pack: no database, no network. */
import { open, readFile } from 'node:fs/promises';
import { nodeTools } from '../audit/node-tools.server';
import type { Proof } from '../audit/proof';
import { looksLikeArchive } from '../audit/read-archive';
import { verifyBundle } from '../audit/verify-bundle';

/** Whether a file begins like a ZIP. Throws what opening it throws. */
export async function isBundle(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return looksLikeArchive(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Verifies a pack; `key` and `head` are what somebody got or noted by another way. */
export async function verifyBundleFile(path: string, expected: { key?: string; head?: string }): Promise<Proof> {
  return verifyBundle(new Uint8Array(await readFile(path)), nodeTools, expected);
}

const MARKS = { held: 'ok     ', broken: 'BROKEN ', not_checked: 'unknown' } as const;

/** What was found, line by line. */
export function bundleLines({
  ok,
  title,
  organisation,
  checks,
  findings,
  notes,
  signatures,
  head,
  key,
}: Proof): string {
  const signed = signatures.map(
    ({ name, role, meaning, at, change, voidedAt }) =>
      `        ${change}: ${name}, ${role}, ${meaning}, ${at}${voidedAt ? `; fell ${voidedAt}` : ''}`,
  );
  return [
    `${ok ? 'ok     ' : 'BROKEN '} ${title}${organisation ? `, ${organisation}` : ''}`,
    ...checks.map(({ label, state, words }) => `${MARKS[state]} ${label}: ${words}`),
    ...findings.map(({ place, words }) => `        ${place}: ${words}`),
    ...(signed.length > 0 ? ['        Signed:', ...signed] : []),
    ...(head ? [`        Up to event ${head.seq}, ${head.hash}`] : []),
    ...(key ? [`        Key ${key.keyId}, public ${key.publicKey}`] : []),
    ...notes.map((note) => `        ${note}`),
  ].join('\n');
}
