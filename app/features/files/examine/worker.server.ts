/** The thread that looks into files from outside: what they do to a parser, they do to it and not to the pages. */
import { endingOf } from '../clean-name';
import { examine } from './examine.server';
import { readFormPdf } from './read-form-pdf.server';
import { readJsonAnswers } from './read-json.server';
import { NOTHING_READ, type Reading, type ReadTask } from './reading';

export default ({ name, bytes }: { name: string; bytes: Uint8Array }) => examine(name, bytes);

/** Answers in a file; nothing when it holds none that can be read. */
export async function readAnswersTask(task: ReadTask): Promise<Reading> {
  try {
    const ending = endingOf(task.name);
    if (ending === 'pdf') return await readFormPdf(task);
    return ending === 'json' ? await readJsonAnswers(task) : NOTHING_READ;
  } catch {
    return NOTHING_READ;
  }
}
