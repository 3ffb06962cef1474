/** The fields of a certification that carry a source, as forms, pages, history and audit name them. Pure. */
import type { Fact } from '../provenance/source';
import { type FactField, factInWords, textFact } from '../provenance/statements';
import { basisLabel, basisShort, marketLabel } from './bases';

export interface CertificationValues {
  market: string;
  basis: string;
  class: string;
  body: string;
  number: string;
  scope: string;
  issuedOn: string | null;
  expiresOn: string | null;
  doesNotExpire: boolean;
}

export const CERTIFICATION_FIELDS = [
  { field: 'market', label: 'Market', of: ({ market }) => textFact(market) },
  { field: 'basis', label: 'Basis', of: ({ basis }) => textFact(basis) },
  { field: 'class', label: 'Class', of: (values) => textFact(values.class) },
  { field: 'body', label: 'Body', of: ({ body }) => textFact(body) },
  { field: 'number', label: 'Number', of: ({ number }) => textFact(number) },
  { field: 'scope', label: 'Scope', of: ({ scope }) => textFact(scope) },
  { field: 'issuedOn', label: 'Issued', of: ({ issuedOn }) => issuedOn },
  {
    field: 'expiresOn',
    label: 'Ends',
    of: ({ expiresOn, doesNotExpire }) => (doesNotExpire ? 'no end date' : expiresOn),
  },
] as const satisfies readonly FactField<CertificationValues>[];

/** What can be looked for and not found. */
export const CERTIFICATION_UNKNOWN = ['class', 'body', 'number', 'scope', 'issuedOn'] as const;

export const certificationFieldLabel = (field: string): string =>
  CERTIFICATION_FIELDS.find((one) => one.field === field)?.label ?? field;

/** A recorded value in words: codes are spelled out. */
export function certificationFactInWords({ field, value }: Fact): string {
  if (field === 'market' && typeof value === 'string') return marketLabel(value);
  if (field === 'basis' && typeof value === 'string') return basisLabel(value);
  return factInWords(value);
}

/** "MDD IIb, Great Britain" */
export const certificationInWords = (values: Pick<CertificationValues, 'market' | 'basis' | 'class'>): string =>
  `${basisShort(values.basis)}${values.class && ` ${values.class}`}, ${marketLabel(values.market)}`;
