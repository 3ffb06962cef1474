/** The fields of a certification that carry a source, as forms, pages, history and audit name them. Pure. */
import { type FactField, textFact } from '../provenance/statements';
import { basisShort, marketLabel } from './bases';

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

/** "MDD IIb, Great Britain" */
export const certificationInWords = (values: Pick<CertificationValues, 'market' | 'basis' | 'class'>): string =>
  `${basisShort(values.basis)}${values.class && ` ${values.class}`}, ${marketLabel(values.market)}`;
