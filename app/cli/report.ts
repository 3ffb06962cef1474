import { reportFromAssessment } from '../features/assessments/report-from-assessment';
import { runDocumentCommand } from './document-command';

/** `changemark report DOSSIER -o FILE.pdf`: the assessment as a PDF. Gives the exit status. */
export function run(args: string[]): Promise<number> {
  return runDocumentCommand(
    {
      name: 'report',
      what: 'the assessment of a dossier',
      kind: 'assessment-report',
      model: (dossier, result) => reportFromAssessment({ dossier, result }),
    },
    args,
  );
}
