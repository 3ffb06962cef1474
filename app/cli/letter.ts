import type { DocumentModels } from '../../documents/catalogue.server';
import { OWN_KINDS } from '../features/letters/letter-choices';
import { letterOfKind } from '../features/letters/letter-from-assessment';
import type { LetterKind } from '../features/letters/letter-kinds';
import { runDocumentCommand } from './document-command';

/**
 * `changemark letter DOSSIER -o FILE.pdf [--kind KIND]`: a draft letter to the supplier as a PDF, of any kind that
 * stands on its own. Gives the exit status.
 */
export function run(args: string[]): Promise<number> {
  return runDocumentCommand<LetterKind>(
    {
      name: 'letter',
      what: 'a draft letter that asks the supplier the deciding questions',
      kind: 'supplier-request-letter',
      kinds: OWN_KINDS,
      model: (dossier, result, kind) => letterOfKind({ dossier, result, kind }) as DocumentModels[LetterKind],
    },
    args,
  );
}
