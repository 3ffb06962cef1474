/** Kind of document → its component, samples and file name. One list for rendering, preview and golden tests. */
import { reportDefinition } from './assessment-report/definition';
import type { AssessmentReport } from './assessment-report/model';
import type { DocumentDefinition } from './document';
import { letterDefinition } from './supplier-request-letter/definition';
import type { SupplierRequestLetter } from './supplier-request-letter/model';

/** The model of each kind of document. */
export interface DocumentModels {
  'supplier-request-letter': SupplierRequestLetter;
  'assessment-report': AssessmentReport;
}

export type DocumentKind = keyof DocumentModels;

export const catalogue: { [K in DocumentKind]: DocumentDefinition<DocumentModels[K]> } = {
  'supplier-request-letter': letterDefinition,
  'assessment-report': reportDefinition,
};

export const documentKinds = Object.keys(catalogue) as DocumentKind[];

/** A clean name for the file of a document ("CM-2026-000123-L01-supplier-request.pdf"). */
export function documentFileName<K extends DocumentKind>(kind: K, model: DocumentModels[K]): string {
  return catalogue[kind].fileName(model);
}
