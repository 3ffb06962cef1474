/** A certification as pages show it. Pure. */
import type { Source } from '../provenance/source';

export interface CertificationView {
  id: string;
  version: number;
  market: string;
  basis: string;
  class: string;
  body: string;
  number: string;
  scope: string;
  issuedOn: string | null;
  expiresOn: string | null;
  doesNotExpire: boolean;
  source: Source;
  retiredAt: string | null;
  updatedAt: string;
}
