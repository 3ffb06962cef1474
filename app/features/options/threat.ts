/** The two facts on which the exposure hangs, as the page of the options asks for them. Pure. */
import type { FactValue } from '../changes/change-view';

export const THREAT_FACTS = [
  { key: 'attack_vector', field: 'vector' },
  { key: 'public_exploit', field: 'exploited' },
] as const;

export type ThreatField = (typeof THREAT_FACTS)[number]['field'];

/** What stands stated of one of them: its value as the form posts it, and the statement the form is based on. */
export type StatedThreat = Record<ThreatField, { value: string; statementId: string; by: string }>;

const posted = (value: FactValue): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));

interface Row {
  type: string;
  key: string;
  id: string;
  value: unknown;
  recordedByName: string;
}

/** Reads what people stated; nothing stated is empty. */
export function statedThreat(rows: readonly Row[]): StatedThreat {
  const of = (wanted: string) => {
    const row = rows.find(({ type, key }) => type === 'fact' && key === wanted);
    return row
      ? { value: posted(row.value as FactValue), statementId: row.id, by: row.recordedByName }
      : { value: '', statementId: '', by: '' };
  };
  return { vector: of('attack_vector'), exploited: of('public_exploit') };
}
