/** Everything that stands beside the chain and is vouched for by it, kind by kind. */

import { checkAssessments } from './covered/assessments.server';
import { checkCheckpoints } from './covered/checkpoints.server';
import type { Covering } from './covered/covering.server';
import { checkFiles, checkReplies } from './covered/files.server';
import { checkDocuments, checkLetters } from './covered/letters.server';
import { checkSignatures } from './covered/signatures.server';
import { checkSignedTexts } from './covered/signed-texts.server';

export const KINDS = {
  checkpoints: checkCheckpoints,
  signatures: checkSignatures,
  'other signed texts': checkSignedTexts,
  assessments: checkAssessments,
  documents: checkDocuments,
  letters: checkLetters,
  replies: checkReplies,
  files: checkFiles,
} as const satisfies Record<string, (covering: Covering) => Promise<number>>;

/** How many of each kind were looked at. */
export type Checked = Record<keyof typeof KINDS, number>;

/** Holds all of it against the claims; faults are told as they are found. */
export async function checkCovered(covering: Covering): Promise<Checked> {
  const counts = [];
  for (const [kind, check] of Object.entries(KINDS)) counts.push([kind, await check(covering)] as const);
  return Object.fromEntries(counts) as Checked;
}
