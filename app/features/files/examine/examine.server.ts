/** Looks at one file: is it what its name says, and would it do anything by itself? */
import { endingOf } from '../clean-name';
import { ACCEPTED, ACCEPTED_WORDS, type Accepted, MEDIA_TYPES } from '../upload-limits';
import type { Examination, Findings } from './examination';
import { examineOffice } from './office.server';
import { examinePdf } from './pdf.server';
import { examineJson, examinePlain, examineXml } from './text.server';

const isAccepted = (ending: string): ending is Accepted => ACCEPTED.some((one) => one === ending);

const PK = '504b0304';
const OLE = 'd0cf11e0';

/** What a file begins with, in hexadecimal; a PDF's sign may stand anywhere in the first kilobyte. */
const BEGINS: Partial<Record<Accepted, string>> = {
  png: '89504e470d0a1a0a',
  jpg: 'ffd8ff',
  jpeg: 'ffd8ff',
  xlsx: PK,
  docx: PK,
};

/** What programs and archives begin with, whatever they are called. */
const FOREIGN = ['4d5a', '7f454c46', '2321', PK, '52617221', '377abcaf', OLE, 'cafebabe', '1f8b'];

const isWhatItSays = (ending: Accepted, head: Buffer, hex: string): boolean =>
  ending === 'pdf'
    ? /%PDF-[12]\./.test(head.toString('latin1'))
    : hex.startsWith(BEGINS[ending] ?? '') &&
      (BEGINS[ending] !== undefined || !FOREIGN.some((one) => hex.startsWith(one)));

function look(bytes: Buffer, ending: Accepted): Findings | Promise<Findings> {
  switch (ending) {
    case 'pdf':
      return examinePdf(bytes);
    case 'png':
    case 'jpg':
    case 'jpeg':
      return { findings: [] };
    case 'json':
      return examineJson(bytes);
    case 'xml':
      return examineXml(bytes);
    case 'xlsx':
    case 'docx':
      return examineOffice(bytes, ending);
    default:
      return examinePlain(bytes, ending);
  }
}

/** Examines the bytes of a file under its cleaned name. */
export async function examine(name: string, given: Uint8Array): Promise<Examination> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const ending = endingOf(name);
  if (!isAccepted(ending))
    return { ok: false, message: `Files of this kind are not taken. Taken are ${ACCEPTED_WORDS}.` };
  if (bytes.length === 0) return { ok: false, message: 'The file is empty.' };
  const head = bytes.subarray(0, 1024);
  const hex = head.toString('hex', 0, 16);
  if (!isWhatItSays(ending, head, hex)) {
    const old = hex.startsWith(OLE) ? ' It is in an old format or protected by a password.' : '';
    return { ok: false, message: `Its content is not that of a ${ending.toUpperCase()} file.${old}` };
  }
  const result = await look(bytes, ending);
  if ('refusal' in result) return { ok: false, message: result.refusal };
  const { findings } = result;
  return {
    ok: true,
    mediaType: MEDIA_TYPES[ending],
    verdict: findings.length > 0 ? 'active_content' : 'clean',
    findings,
  };
}
