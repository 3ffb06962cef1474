/** Statements as `inspect` prints them. */
import type { Statement } from './records';

export const statementFacts = (statements: readonly Statement[]): Record<string, unknown>[] =>
  statements.map(({ vulnerability, productId, product, status, justificationFlags, impact }) => ({
    vulnerability,
    product_id: productId,
    product,
    status,
    justification_flags: justificationFlags,
    has_impact_statement: impact !== '',
  }));
