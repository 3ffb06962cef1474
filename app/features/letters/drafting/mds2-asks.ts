/** What the MDS2 request asks by id: the questions our decisions hang on that the register lacks or holds stale. Pure. */
import { MDS2_SECTIONS } from '../../devices/mds2-questions';
import type { Asked } from './asked';
import { choicesOf } from './choices';
import type { ModelFacts } from './material';

/**
 * The questions from which a decision follows: may the hospital patch the system, install anti-malware, segment,
 * isolate, rotate credentials, scan, roll back; is the end of support known. The others come with the form itself.
 */
export const DECIDING_IDS: readonly string[] = [
  ...['CSUP-2.1', 'CSUP-2.2', 'CSUP-2.4', 'CSUP-7', 'CSUP-9', 'CSUP-11.2'],
  ...['MLDP-2', 'MLDP-2.3', 'MLDP-2.8', 'MLDP-3', 'MLDP-4', 'MLDP-5.2'],
  ...['CONN-2', 'CONN-4', 'CONN-6', 'DOC-10', 'NAUT-2.1'],
  ...['PAUT-4', 'PAUT-5', 'SGUD-3.1', 'SAHD-13', 'DTBK-5', 'RDMP-3', 'SBOM-1', 'RMOT-1'],
];

const TITLES = new Map(MDS2_SECTIONS.flatMap(({ title, questions }) => questions.map(([id]) => [id, title] as const)));
const ASKS = new Map(MDS2_SECTIONS.flatMap(({ questions }) => questions.map(([id, asks]) => [id, asks] as const)));

/** Whether the form in the register is older than the software that is installed. Unknown dates prove nothing. */
export const isStale = ({ mds2Date, softwareReleased }: ModelFacts): boolean =>
  mds2Date !== null && softwareReleased !== null && mds2Date < softwareReleased;

/** Ids that the register lacks, or holds from a form older than the installed software, with the models concerned. */
export function wantedIds(models: readonly ModelFacts[]): { id: string; models: ModelFacts[] }[] {
  return DECIDING_IDS.map((id) => ({
    id,
    models: models.filter((model) => isStale(model) || !model.mds2Answered.includes(id)),
  })).filter((one) => one.models.length > 0);
}

/** One question an id, answered as the form is: yes, no, not applicable, or by a note. */
export function mds2Asks(models: readonly ModelFacts[]): Asked[] {
  return wantedIds(models).map(({ id, models: concerned }) => {
    const stale = concerned.every(isStale) && concerned.length > 0;
    const where = models.length > 1 && concerned.length < models.length;
    const help = [
      stale ? 'Our answer is from a form older than the installed software.' : '',
      where ? `Asked for: ${concerned.map(({ name }) => name).join('; ')}.` : '',
    ]
      .filter(Boolean)
      .join(' ');
    return {
      key: `mds2:${id}`,
      text: `${id}: ${ASKS.get(id) ?? id}?`,
      ...(help ? { help } : {}),
      choices: choicesOf([
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
        { id: 'not_applicable', label: 'Not applicable' },
        { id: 'note', label: 'See note:', fill: '' },
      ]),
      from: `MDS2 ${id}`,
      deciding: false,
      block: { letter: '', title: `MDS2: ${TITLES.get(id) ?? 'other'}` },
      facts: [],
      cves: [],
      clauses: [],
    };
  });
}
