/** A proposal's own fields, as they are compared, shown side by side and written into the record. Pure. */
import type { Vulnerability } from './vulnerability-input';
import { vulnerabilityLines } from './vulnerability-input';

export interface ProposalFields {
  title: string;
  description: string;
  kinds: string[];
  actor: string;
  softwareVersion: string;
  vulnerabilities: Vulnerability[];
  neededBy: string | null;
}

export const FIELD_LABELS: Record<keyof ProposalFields, string> = {
  title: 'Title',
  description: 'Description',
  kinds: 'Kind of change',
  actor: 'Who makes it',
  softwareVersion: 'Software version',
  vulnerabilities: 'Vulnerabilities',
  neededBy: 'Needed by',
};

const asText = (fields: Partial<ProposalFields>, name: keyof ProposalFields): string => {
  const value = fields[name];
  if (name === 'vulnerabilities') return vulnerabilityLines(fields.vulnerabilities ?? []);
  return Array.isArray(value) ? value.join(', ') : (value ?? '').toString();
};

export interface FieldChange {
  field: keyof ProposalFields;
  label: string;
  from: string;
  to: string;
}

/** The fields in which `after` differs from `before`, as texts. */
export function fieldChanges(before: ProposalFields, after: Partial<ProposalFields>): FieldChange[] {
  return (Object.keys(after) as (keyof ProposalFields)[])
    .filter((field) => asText(before, field) !== asText(after, field))
    .map((field) => ({ field, label: FIELD_LABELS[field], from: asText(before, field), to: asText(after, field) }));
}
