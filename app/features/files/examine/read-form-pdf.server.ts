/** Reads the answer form that was filled in with a PDF reader. */
import { ParseSpeeds, PDFCheckBox, PDFDocument, PDFDropdown, type PDFForm, PDFRadioGroup, PDFTextField } from 'pdf-lib';
import { storableText } from '../../text-input';
import { mismatch, NOTHING_READ, type Reading, type ReadTask } from './reading';

function valueOfField(form: PDFForm, name: string): string {
  const field = form.getFieldMaybe(name);
  if (field instanceof PDFTextField) return storableText(field.getText() ?? '').trim();
  if (field instanceof PDFRadioGroup) return field.getSelected() ?? '';
  if (field instanceof PDFDropdown) return field.getSelected()[0] ?? '';
  return field instanceof PDFCheckBox && field.isChecked() ? 'yes' : '';
}

/** Answers of a filled form; nothing when the PDF is no form of ours. */
export async function readFormPdf(task: ReadTask): Promise<Reading> {
  const document = await PDFDocument.load(task.bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const form = document.getForm();
  const reference = valueOfField(form, 'reference');
  if (!form.getFieldMaybe('reference') || !form.getFieldMaybe('version')) return NOTHING_READ;
  const title = 'The answer form, filled in';
  const problem = mismatch({ reference, version: valueOfField(form, 'version') }, task);
  if (problem) return { ...NOTHING_READ, basis: 'form', title, problem };
  const answers = task.questions.map(({ number, choices }) => {
    const choice = valueOfField(form, `q${number}`);
    const known = choices.some(({ id }) => id === choice) ? choice : '';
    const fill = known ? valueOfField(form, `q${number}_fill_${known}`) : '';
    return { number, choice: known, fill, comment: valueOfField(form, `q${number}_comment`) };
  });
  const said = answers.filter(({ choice, comment }) => choice || comment);
  const typed = ['responder_name', 'responder_role', 'responder_email', 'their_reference']
    .map((name) => valueOfField(form, name))
    .filter(Boolean);
  const notes = typed.length > 0 ? [`The form names: ${typed.join(', ')}. Please type it again before you send.`] : [];
  return { basis: 'form', title, problem: said.length > 0 ? null : 'Nothing is filled in.', answers: said, notes };
}
