/** On what a standard change rests, and what of it no longer holds. Pure. */
import type { Tier } from '../../regulation/chart';
import type { CertificationInput } from '../../regulation/derivations/certification';
import type { DeviceInput } from '../../regulation/derivations/inputs';
import type { AssessmentResult } from '../../regulation/result';

/** Everything that has to be the same for a change to need no decision of its own. Stored as canonical JSON. */
export interface StandardBasis {
  changemark_standard: 1;
  model: string;
  kinds: string[];
  actor: string;
  /** Classes by market. */
  classes: Record<string, string[]>;
  /** What was certified, and the software that was on it. */
  baseline: { certifications: CertificationInput[]; software: string; os: string };
  /** Edition and digest of every chart that was walked, by instrument. */
  editions: Record<string, { edition: string; sha256: string }>;
  /** What the charts said. */
  outcomes: { instrument: string; outcomes: string[]; tier: Tier; worst_tier: Tier }[];
}

export type BasisPart = 'kinds' | 'class' | 'baseline' | 'edition' | 'outcome';

/** One thing that is not as it was. */
export interface BasisChange {
  part: BasisPart;
  words: string;
}

export const PART_WORDS: Record<BasisPart, string> = {
  kinds: 'kind or actor',
  class: 'class',
  baseline: 'certified baseline',
  edition: 'edition of the rule library',
  outcome: 'outcome of the assessment',
};

const text = (value: unknown): string => JSON.stringify(value);
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Keys in one order, what is undefined left out: two equal certifications are equal texts. */
const tidy = (certification: CertificationInput): CertificationInput =>
  Object.fromEntries(
    Object.entries(certification)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => inOrder(a, b)),
  ) as unknown as CertificationInput;

/** Class by market and baseline, out of the device block of a dossier. */
export function deviceBasis(device: DeviceInput): Pick<StandardBasis, 'classes' | 'baseline'> {
  const certifications = (device.certifications ?? []).map(tidy).sort((a, b) => inOrder(text(a), text(b)));
  const markets = [...new Set(certifications.map(({ market }) => market))].sort(inOrder);
  const classesIn = (market: string) => [
    ...new Set(certifications.filter((one) => one.market === market).map((one) => one.class ?? 'not known')),
  ];
  const { product = '', release = '' } = device.software?.os ?? {};
  return {
    classes: Object.fromEntries(markets.map((market) => [market, classesIn(market).sort(inOrder)])),
    baseline: {
      certifications,
      software: device.software?.version ?? '',
      os: [product, release].filter(Boolean).join(' '),
    },
  };
}

/** What the instruments that apply say, by instrument. Hints and what cannot be said yet decide nothing. */
export const outcomesOf = ({ findings }: AssessmentResult): StandardBasis['outcomes'] =>
  findings
    .map(({ instrument, outcomes, tier, worst_tier }) => ({
      ...{ instrument, outcomes: [...outcomes].sort(inOrder), tier, worst_tier },
    }))
    .sort((a, b) => inOrder(a.instrument, b.instrument));

const differs = (part: BasisPart, was: string, is: string): BasisChange[] =>
  was === is ? [] : [{ part, words: `${PART_WORDS[part]}: ${was || 'nothing'} → ${is || 'nothing'}` }];

const classesInWords = (classes: StandardBasis['classes']): string =>
  Object.entries(classes)
    .map(([market, ones]) => `${market} ${ones.join(' and ')}`)
    .join(', ');

const certificateInWords = ({ market, basis, class: of, body, certificate, number, expires }: CertificationInput) =>
  [market, basis, of, body, certificate ?? number, expires && `until ${expires}`].filter(Boolean).join(' ');

/** What of the device is no longer as it was. */
export function deviceChanges(was: StandardBasis, is: Pick<StandardBasis, 'classes' | 'baseline'>): BasisChange[] {
  const certificates = (of: Pick<StandardBasis, 'baseline'>) =>
    of.baseline.certifications.map(certificateInWords).join('; ');
  const classes = differs('class', classesInWords(was.classes), classesInWords(is.classes));
  return [
    ...classes,
    // A class that changed is in the certificate as well; once is enough.
    ...(classes.length > 0 ? [] : differs('baseline', certificates(was), certificates(is))),
    ...differs('baseline', `software ${was.baseline.software}`, `software ${is.baseline.software}`),
    ...differs('baseline', `operating system ${was.baseline.os}`, `operating system ${is.baseline.os}`),
  ];
}

/** Which charts are no longer those that were walked. */
export function editionChanges(was: StandardBasis['editions'], is: StandardBasis['editions']): BasisChange[] {
  const instruments = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort(inOrder);
  return instruments.flatMap((instrument): BasisChange[] => {
    const [before, after] = [was[instrument], is[instrument]];
    if (before?.sha256 === after?.sha256) return [];
    if (!before) return [{ part: 'edition', words: `${instrument} is walked now and was not` }];
    if (!after) return [{ part: 'edition', words: `${instrument} is not walked any more` }];
    const same = before.edition === after.edition ? ' with another text' : '';
    return [{ part: 'edition', words: `${instrument}: ${before.edition} → ${after.edition}${same}` }];
  });
}

/** Everything that differs between the basis of a standard change and what holds for a change now. */
export function basisChanges(was: StandardBasis, is: StandardBasis): BasisChange[] {
  const [before, after] = [was.outcomes, is.outcomes].map((list) =>
    list.map((one) => `${one.instrument} ${one.outcomes.join(' or ')} (${one.tier} … ${one.worst_tier})`),
  );
  const moved = (after ?? []).filter((one) => !before?.includes(one));
  const gone = (before ?? []).filter((one) => !after?.includes(one));
  return [
    ...differs('kinds', was.kinds.join(', '), is.kinds.join(', ')),
    ...differs('kinds', was.actor, is.actor),
    ...deviceChanges(was, is),
    ...editionChanges(was.editions, is.editions),
    ...(moved.length + gone.length > 0 ? differs('outcome', gone.join('; '), moved.join('; ')) : []),
  ];
}
