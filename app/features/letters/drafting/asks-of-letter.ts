/** The questions of a letter: what its assessments leave open, then what its kind always asks. Pure. */
import { chartOf } from '../../../regulation/charts/index';
import type { KindId } from '../../../regulation/kinds/kind-ids';
import { type BlockLetter, blockLettersOf, blocksFor, type Circumstance } from '../letter-blocks';
import { openAsks } from '../letter-questions';
import { kindsOf } from '../letter-words';
import { type Asked, askedOnce } from './asked';
import { deviceOf, vulnerabilityIds } from './devices';
import { fixedAsked } from './fixed';
import { disclosureAsks, documentAsks, lifecycleAsks, malwareAsks, networkAsks } from './kind-asks';
import type { LetterMaterial, Matter } from './material';
import { mds2Asks } from './mds2-asks';
import { vulnerabilityAsks } from './vulnerability-asks';

export interface LetterAsks {
  asked: Asked[];
  /** How many questions the outcome of an assessment hangs on. */
  deciding: number;
}

function circumstanceOf({ matters, vulnerabilities }: LetterMaterial): Circumstance {
  const dossiers = matters.map(({ dossier }) => dossier);
  const markets = new Set(
    dossiers.flatMap(({ device }) => (device?.certifications ?? []).map((one) => one.market.trim().toUpperCase())),
  );
  const nations = dossiers.map(({ site }) => site?.nation?.trim().toLowerCase());
  const inBritain = dossiers.some(({ site }) => site?.country?.trim().toUpperCase() === 'GB');
  const results = matters.map(({ result }) => result);
  return {
    vulnerabilities: vulnerabilities.length > 0 || dossiers.some((one) => (one.vulnerabilities ?? []).length > 0),
    great_britain: markets.has('GB') || inBritain || nations.includes('england'),
    europe: markets.has('EU') || markets.has('NI'),
    america: markets.has('US'),
    england: nations.includes('england'),
    lawCounts: results.some(({ findings }) =>
      findings.some(({ instrument, edition }) => chartOf(instrument, edition)?.answers === 'law'),
    ),
    charts: [
      ...new Set(
        results.flatMap(({ hints }) =>
          hints.flatMap(({ instrument, edition }) => {
            const chart = chartOf(instrument, edition);
            return chart?.answers === 'law' ? [chart.name] : [];
          }),
        ),
      ),
    ],
  };
}

const aboutOf = (matter: Matter, several: boolean): string | undefined =>
  several
    ? [deviceOf(matter.dossier), matter.reference && `(${matter.reference})`].filter(Boolean).join(' ')
    : undefined;

/** Kinds of change at hand; a letter of one purpose without a change is asked as if that were the change. */
const ASSUMED: Partial<Record<LetterMaterial['kind'], KindId[]>> = {
  'malware-protection-request': ['av_install'],
  'network-compatibility-request': ['segmentation'],
};

/** Blocks of each kind; null: those that the kinds of change need. */
const BLOCKS: Partial<Record<LetterMaterial['kind'], BlockLetter[] | null>> = {
  'supplier-request-letter': null,
  'malware-protection-request': ['A', 'D', 'F'],
  'network-compatibility-request': ['A', 'G', 'I'],
  'security-documents-request': ['A', 'K'],
  'lifecycle-request': ['A', 'H'],
  'vulnerability-position-request': ['A', 'C', 'K'],
};

/** What a kind asks in its own words, beside the blocks. */
const OWN: Partial<Record<LetterMaterial['kind'], (material: LetterMaterial) => Asked[]>> = {
  'malware-protection-request': malwareAsks,
  'network-compatibility-request': networkAsks,
  'security-documents-request': ({ models }) => [...documentAsks(), ...mds2Asks(models)],
  'lifecycle-request': lifecycleAsks,
  'vulnerability-position-request': disclosureAsks,
};

/** The questions in the order in which they are asked, each key once. */
export function asksOf(material: LetterMaterial): LetterAsks {
  const { kind, matters, models } = material;
  const several = matters.length > 1;
  const open = openAsks(
    matters.map((matter) => {
      const about = aboutOf(matter, several);
      return { result: matter.result, ...(about ? { about } : {}) };
    }),
  );
  const devices = models.length > 0 ? models.map(({ name }) => name) : matters.map(({ dossier }) => deviceOf(dossier));
  const changeKinds = [...new Set(matters.flatMap(({ dossier }) => kindsOf(dossier)))];
  const kinds = changeKinds.length > 0 ? changeKinds : (ASSUMED[kind] ?? []);
  const blocks = blocksFor(BLOCKS[kind] ?? blockLettersOf(kinds), kinds, circumstanceOf(material), open.facts).flatMap(
    ({ letter, title, questions }) => questions.map((question) => fixedAsked(letter, question, title)),
  );
  const own = OWN[kind]?.(material) ?? [];
  const vex =
    kind === 'vulnerability-position-request'
      ? vulnerabilityAsks(vulnerabilityIds(material), [...new Set(devices.filter(Boolean))])
      : [];
  const asked = askedOnce([...vex, ...open.deciding, ...open.brief, ...merged(own, blocks, kind)]);
  return { asked, deciding: asked.filter((one) => one.deciding).length };
}

/** The fixed questions in the order of their blocks; what a kind asks in its own words is not asked again in others. */
function merged(own: Asked[], blocks: Asked[], kind: LetterMaterial['kind']): Asked[] {
  const said: Partial<Record<LetterMaterial['kind'], readonly string[]>> = {
    'malware-protection-request': ['block:D.protection', 'block:D.validated', 'block:D.standing'],
    'network-compatibility-request': ['block:G.ports'],
    'lifecycle-request': ['block:H.support_ends', 'block:H.upgrade'],
    'vulnerability-position-request': ['block:C.effect'],
  };
  const rest = blocks.filter(({ key }) => !said[kind]?.includes(key));
  const place = ({ block }: Asked) => block?.letter || '~';
  return [...rest, ...own].sort((one, other) => place(one).localeCompare(place(other)));
}
