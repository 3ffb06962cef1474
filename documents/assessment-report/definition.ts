import { type DocumentDefinition, plain, safeFileName } from '../document';
import type { AssessmentReport } from './model';
import { AssessmentReportDocument } from './report';
import { reportSamples } from './samples';

export const reportDefinition: DocumentDefinition<AssessmentReport> = {
  component: AssessmentReportDocument,
  samples: reportSamples,
  fileName: (model) => safeFileName(`${plain(model.reference)}-assessment`),
};
