/** What a proof of identity is bound to when residual risk is accepted: this change with exactly these ratings. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 (hex); the form carries it, so that whoever signs signs what the page showed. */
export const acceptanceBinds = (orgId: string, changeId: string, ratingIds: readonly string[]): string =>
  sha256(canonicalize({ record: 'risk_acceptance', orgId, changeId, ratings: ratingIds }) ?? '');
