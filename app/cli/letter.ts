import { letterFromAssessment } from '../features/letters/letter-from-assessment';
import { runDocumentCommand } from './document-command';

/** `changemark letter DOSSIER -o FILE.pdf`: a draft letter to the supplier as a PDF. Gives the exit status. */
export function run(args: string[]): Promise<number> {
  return runDocumentCommand(
    {
      name: 'letter',
      what: 'a draft letter that asks the supplier the deciding questions',
      kind: 'supplier-request-letter',
      model: (dossier, result) => letterFromAssessment({ dossier, result }),
    },
    args,
  );
}
