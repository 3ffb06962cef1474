/** What the demonstration's letters are and how they were answered. All of it is invented; no maker said any of it. */
import type { LetterKind } from '../../app/features/letters/letter-kinds';

/** How the supplier answered a question: an id of its choices, or the place among them. */
export interface DemoAnswer {
  /** Keys of questions that are answered so, by their beginning; '' for all others. */
  about: string;
  choice: 'yes' | 'no' | 'first' | 'last';
  fill?: string;
  comment?: string;
}

export interface DemoLetter {
  supplier: string;
  kind: LetterKind;
  /** Search of the changes it asks about; without it the letter is about the supplier's devices. */
  change?: string;
  cves?: readonly string[];
  sentOn: string;
  acknowledgedOn?: string;
  answered?: {
    on: string;
    by: string;
    role: string;
    channel: 'post' | 'telephone' | 'email';
    says: readonly DemoAnswer[];
    file?: { name: string; text: string };
  };
  /** The fix came outside of a reply. */
  fixed?: { on: string; what: string };
  /** Regulatory affairs confirmed what was said. */
  confirmed?: boolean;
}

const DELGADO = { by: 'R. Delgado', role: 'regulatory affairs', channel: 'email' as const };
const SECURITY = { by: 'Product security', role: 'coordinated disclosure', channel: 'post' as const };
const ALL_FIRST: DemoAnswer[] = [{ about: '', choice: 'first', fill: 'see the attached list' }];

const asked = (
  kind: LetterKind,
  sentOn: string,
  acknowledgedOn: string | undefined,
  on: string | undefined,
  cves?: readonly string[],
): DemoLetter => ({
  supplier: 'Spacelabs Healthcare',
  kind,
  sentOn,
  ...(cves ? { cves } : {}),
  ...(acknowledgedOn ? { acknowledgedOn } : {}),
  ...(on ? { answered: { ...DELGADO, on, says: ALL_FIRST } } : {}),
});

/** One supplier with enough letters for a curve, one with too few, one that is silent, and two answers that differ. */
export const LETTERS: readonly DemoLetter[] = [
  asked('security-documents-request', '2026-01-12', '2026-01-16', '2026-02-09'),
  asked('lifecycle-request', '2026-01-26', '2026-02-03', '2026-03-20'),
  {
    ...asked('vulnerability-position-request', '2026-02-16', '2026-02-18', '2026-03-05', ['CVE-2019-0708']),
    fixed: { on: '2026-05-11', what: 'Validated update 4.1.7 released on their security page' },
  },
  asked('security-documents-request', '2026-03-02', '2026-03-20', '2026-04-27'),
  {
    ...asked('vulnerability-position-request', '2026-03-23', '2026-03-27', '2026-04-30', ['CVE-2017-0144']),
    fixed: { on: '2026-07-20', what: 'Validated update 4.1.9 brought by their field engineer' },
  },
  asked('lifecycle-request', '2026-04-13', undefined, '2026-06-22'),
  asked('vulnerability-position-request', '2026-05-04', '2026-05-11', '2026-05-29', ['CVE-2021-44228']),
  asked('security-documents-request', '2026-06-01', '2026-06-19', undefined),
  asked('vulnerability-position-request', '2026-07-06', '2026-07-10', '2026-09-01', ['CVE-2020-0601']),
  asked('lifecycle-request', '2026-08-17', '2026-09-04', undefined),
  asked('vulnerability-position-request', '2026-10-12', undefined, undefined, ['CVE-2023-38408']),
  { supplier: 'Siemens Healthineers', kind: 'lifecycle-request', sentOn: '2026-07-13' },
  // Its change waits for an answer that does not come.
  {
    supplier: 'Siemens Healthineers',
    kind: 'supplier-request-letter',
    change: 'Windows 7 to Windows 10',
    sentOn: '2026-09-21',
  },
  {
    supplier: 'Philips',
    kind: 'malware-protection-request',
    change: 'anti-virus',
    sentOn: '2026-09-07',
    acknowledgedOn: '2026-09-10',
    answered: {
      by: 'M. de Wit',
      role: 'regulatory affairs',
      channel: 'email',
      on: '2026-10-02',
      says: [
        { about: 'block:D', choice: 'yes' },
        { about: 'fact:manufacturer', choice: 'yes', comment: 'Engine and signatures from the list of 2026.' },
        { about: 'block:', choice: 'yes', comment: 'Engine and signatures may be kept current.' },
      ],
      file: {
        name: 'Anti-virus guidance 2026.txt',
        text: 'Anti-virus guidance, edition 2026.\n\nThe engine may be installed on archive servers of release 12 and later.\nReal-time scanning of the image store is not supported.\n',
      },
    },
    confirmed: true,
  },
  {
    supplier: 'Philips',
    kind: 'malware-protection-request',
    change: 'anti-virus',
    sentOn: '2026-10-19',
    answered: {
      ...SECURITY,
      on: '2026-11-16',
      says: [
        { about: 'block:D', choice: 'no', fill: 'nothing is to be installed beside our own software' },
        { about: 'fact:manufacturer', choice: 'no', comment: 'Nothing is to be installed beside our own software.' },
        { about: 'block:', choice: 'no', fill: 'each update is validated by us first' },
      ],
    },
  },
];
