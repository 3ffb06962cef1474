/** Hashing and signatures by node:crypto, for the command and for tests. */
import { createHash } from 'node:crypto';
import { signatureHolds } from './checkpoint-key.server';
import type { ProofTools } from './proof';

export const nodeTools: ProofTools = {
  sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  signed: async (publicKey, signature, bytes) => signatureHolds(publicKey, signature, bytes),
};
