/** The sentences of a letter that depend on the case: why we write, and what we propose. Pure. */
import type { Slot } from '../../../documents/document';
import { chartOf } from '../../regulation/charts/index';
import type { Dossier } from '../../regulation/dossier';
import { asking } from '../../regulation/facts/asking';
import { changeKind, readKind } from '../../regulation/kinds/index';
import type { KindId } from '../../regulation/kinds/kind-ids';
import type { AssessmentResult, Finding } from '../../regulation/result';
import { dateInWords } from '../../ui/time';

const MOST_NAMED = 3;

/** The kinds of change of a dossier, under today's names. */
export function kindsOf(dossier: Dossier): KindId[] {
  return [dossier.change?.kind ?? []].flat().flatMap((word) => {
    const read = readKind(word);
    return read.ok ? [read.kind] : [];
  });
}

/** "CVE-2017-0144, CVE-2019-0708 and 4 more (annex B)"; empty when none is named. */
export function vulnerabilitiesInWords(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const named = ids.slice(0, MOST_NAMED).join(', ');
  return `${named}${ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : ''} (annex B)`;
}

/** "MDCG 2020-3 Rev.1: not significant or significant" */
function standing(finding: Finding): string {
  const chart = chartOf(finding.instrument, finding.edition);
  const labels = finding.outcomes.map((code) => chart?.outcomes[code]?.label ?? code);
  const name = chart?.name ?? finding.instrument;
  if (labels.length <= MOST_NAMED + 1) return `${name}: ${labels.join(' or ')}`;
  return `${name}: ${labels.slice(0, MOST_NAMED).join(', ')} or one of ${labels.length - MOST_NAMED} others`;
}

/** What led to the letter, in one sentence. */
export function occasionInWords(vulnerabilities: readonly string[]): string {
  const known = vulnerabilitiesInWords(vulnerabilities);
  return known
    ? `We have to decide how to deal with ${known} on a device that you make.`
    : 'We consider a security change to a device that you make.';
}

/** What hangs on the answers, in one sentence. @param deciding how many questions the result hangs on */
export const whyWeAsk = (deciding: number): string =>
  deciding > 0
    ? 'Which published rule leads where, and who may make the change, hangs on answers that only you can give.'
    : 'Our assessment needs no further answer to be finished; we ask you to confirm what it rests on.';

/** Which outcomes are still possible, as one paragraph; null when nothing is open. @param about named where several */
export function stillPossible(result: AssessmentResult, about?: string): string | null {
  const open = result.findings.filter((finding) => finding.outcomes.length > 1);
  if (open.length === 0) return null;
  const where = about ? `For ${about}, with` : 'With';
  return `${where} what we know so far, these outcomes are still possible. ${open.map(standing).join('. ')}. What is unknown we count neither as yes nor as no.`;
}

/** "Windows 7": a dossier may write the product in small letters. */
export function systemInWords(dossier: Dossier): string {
  const { product, release } = dossier.device?.software?.os ?? {};
  const name = oneLine(product).replace(/^(windows|linux|android|macos)\b/, (word) => PRODUCTS[word] ?? word);
  return [name, oneLine(release)].filter(Boolean).join(' ');
}

const PRODUCTS: Record<string, string> = { windows: 'Windows', linux: 'Linux', android: 'Android', macos: 'macOS' };

const oneLine = (text: string | undefined): string => (text ?? '').trim();

/** What we propose, as label and value; a blank where the dossier is silent. */
export function whatWePropose(input: {
  dossier: Dossier;
  description?: string;
  neededBy?: string;
  units?: { count?: number; list?: unknown[] };
}): { label: string; value: Slot }[] {
  const { device, change } = input.dossier;
  const kinds = kindsOf(input.dossier).map((kind) => changeKind(kind).label);
  const title = oneLine(change?.title);
  const name = [device?.name, device?.model].map(oneLine).filter(Boolean);
  const udi = oneLine(device?.udi_di);
  const system = systemInWords(input.dossier);
  const software = oneLine(device?.software?.version);
  const count = input.units?.count ?? input.units?.list?.length;
  const units = count === undefined ? '' : `${count} ${count === 1 ? 'unit' : 'units'} (annex A)`;
  const actor = oneLine(change?.actor);
  return [
    {
      label: 'Change',
      value: [title, kinds.join(', ')].filter(Boolean).join(' – ') || { blank: 'the change, exactly' },
    },
    ...(oneLine(input.description) ? [{ label: 'In detail', value: oneLine(input.description) }] : []),
    {
      label: 'Device',
      value: [[...new Set(name)].join(' '), udi && `UDI-DI ${udi}`].filter(Boolean).join(', ') || { blank: 'device' },
    },
    {
      label: 'Installed',
      value:
        [software && `software ${software}`, system && `on ${system}`, units].filter(Boolean).join(', ') ||
        ({ blank: 'software version, operating system, number of units' } as const),
    },
    ...alertLine(input.dossier),
    { label: 'To be made by', value: actor ? actorInWords(actor) : { blank: 'who makes it' } },
    { label: 'Wanted by', value: input.neededBy ? dateInWords(input.neededBy) : { blank: 'date' } },
  ];
}

/** A cyber alert gives the hospital a clock of its own; the supplier should know. */
function alertLine({ facts }: Dossier): { label: string; value: string }[] {
  if (facts?.alert_applies !== true) return [];
  const high = facts.alert_high_severity === true ? 'of high severity, ' : '';
  return [{ label: 'Cyber alert', value: `${high}applies to us; we have to report how we deal with it` }];
}

/** The words of a dossier for who acts, as a reader outside says them. */
function actorInWords(actor: string): string {
  if (['hospital', 'health_institution'].includes(actor)) return 'us';
  return asking('actor').valueLabels?.[actor] ?? actor;
}
