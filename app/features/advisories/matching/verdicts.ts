/** What an advisory says of each version that is on units of a matched model, by vulnerability. Pure. */
import type { VersionVerdict } from '../../../../db/schema/index.server';
import type { Statement } from '../../../readers/records';
import type { ProductLine } from './product-groups';
import type { RunningVersion } from './register';
import { windowsIn } from './systems';
import { type Holds, holds } from './version-holds';
import { compareVersions, readVersion } from './version-value';

/** What a match holds against the advisory: the installed version, the releases of components, or the system itself. */
export type Tested =
  | { by: 'installed' }
  | { by: 'components'; components: readonly { name: string; release: string }[] }
  | { by: 'system'; system: string };

/** What a person read out of a text, for one version of ours. */
export interface Reading {
  text: string;
  version: string;
  verdict: VersionVerdict;
  reason: string;
  saidByName: string;
}

export interface Judged {
  verdict: VersionVerdict;
  because: string;
}

/** One row for all vulnerabilities ('' as the CVE: the worst of them), and one for each that differs from it. */
export interface VersionLine extends Judged {
  version: string;
  cve: string;
}

const WORST: readonly VersionVerdict[] = ['affected', 'unclear', 'under_investigation', 'fixed', 'not_affected'];

/** The first is worse: it counts for the whole. */
export const worse = (one: VersionVerdict, other: VersionVerdict): VersionVerdict =>
  WORST.indexOf(one) <= WORST.indexOf(other) ? one : other;

const OF_STATUS: Partial<Record<Statement['status'], VersionVerdict>> = {
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  known_not_affected: 'not_affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  under_investigation: 'under_investigation',
};

/** What a document that speaks of a version says of it, where that is not simply that it is hit. */
const STATED: Partial<Record<VersionVerdict, string>> = {
  not_affected: 'The document says that it is not hit.',
  fixed: 'The document says that it is fixed there.',
  under_investigation: 'The document says that it is being looked into.',
};

const readAs = ({ verdict, saidByName, reason, text }: Reading): Holds => ({
  is: verdict === 'affected' ? 'yes' : verdict === 'unclear' ? 'unclear' : 'no',
  because: `${saidByName} read “${text}”: ${reason}`,
});

/** Whether a line speaks of units that run this. */
function lineHolds(line: ProductLine, running: RunningVersion, tested: Tested, readings: readonly Reading[]): Holds {
  const reading = readings.find(({ text, version }) => text === line.product.version && version === running.version);
  if (reading) return readAs(reading);
  if (tested.by === 'system') return runsSystem(running, tested.system);
  if (tested.by === 'installed') return holds(line.versions, running.version);
  const each = tested.components.map(({ name, release }) => {
    const found = holds(line.versions, release);
    return { ...found, because: `${[name, release].filter(Boolean).join(' ')} in it: ${found.because}` };
  });
  return (
    each.find(({ is }) => is === 'yes') ??
    each.find(({ is }) => is === 'unclear') ??
    each[0] ?? { is: 'unclear', because: 'The component is not listed any more.' }
  );
}

function runsSystem({ systems, units }: RunningVersion, system: string): Holds {
  const named = Object.entries(systems);
  const on = named.filter(([name]) => windowsIn(name) === system).reduce((sum, [, count]) => sum + count, 0);
  const unknown = named.filter(([name]) => windowsIn(name) === null).reduce((sum, [, count]) => sum + count, 0);
  if (on === units && units > 0) return { is: 'yes', because: `They run ${system}.` };
  if (on === 0 && unknown === 0 && units > 0) return { is: 'no', because: `None of them runs ${system}.` };
  return { is: 'unclear', because: `${on} of ${units} are known to run ${system}.` };
}

const justified = ({ justificationFlags, impact }: Statement): string =>
  [...justificationFlags.map((flag) => flag.replaceAll('_', ' ')), impact].filter(Boolean).join('; ');

/** "First fixed in 4.2" speaks of everything from there on. */
function fixedSince({ product }: ProductLine, version: string): Holds {
  const [first, ours] = [readVersion(product.version), readVersion(version)];
  const order = first && ours ? compareVersions(ours, first) : null;
  if (order === null) return { is: 'unclear', because: `It is fixed in ${product.version}.` };
  return order >= 0
    ? { is: 'yes', because: `It is fixed since ${product.version}.` }
    : { is: 'no', because: `It is fixed in ${product.version}, which is later.` };
}

function judge(
  lines: readonly ProductLine[],
  cve: string,
  running: RunningVersion,
  tested: Tested,
  readings: readonly Reading[],
  met: ReadonlySet<string>,
): Judged {
  const found = lines.flatMap((line) => {
    const said = line.says.get(cve);
    const verdict = said && OF_STATUS[said.status];
    if (!said || !verdict) return [];
    const held =
      said.status === 'first_fixed' ? fixedSince(line, running.version) : lineHolds(line, running, tested, readings);
    const { condition } = line.versions;
    const open = condition !== '' && !met.has(condition);
    const why = [held.because, held.is === 'yes' ? STATED[verdict] : '', justified(said)].filter(Boolean).join(' ');
    if (held.is === 'yes' && line.implied.has(cve)) {
      return [{ verdict, is: 'unclear' as const, because: 'The document scores it and does not say that it is hit.' }];
    }
    if (held.is === 'yes' && open) return [{ verdict, is: 'unclear' as const, because: `${why} Only ${condition}.` }];
    return [{ verdict, is: held.is, because: why }];
  });
  const yes = found.filter(({ is }) => is === 'yes');
  const said = new Set(yes.map(({ verdict }) => verdict));
  const [first] = yes;
  if (said.has('affected') && said.size > 1) {
    return {
      verdict: 'unclear',
      because: `The document says two things of this version. ${yes.map(({ because }) => because).join(' ')}`,
    };
  }
  if (first) {
    const worst = yes.reduce((one, other) => (worse(one.verdict, other.verdict) === one.verdict ? one : other), first);
    return { verdict: worst.verdict, because: worst.because };
  }
  const open = found.find(({ is }) => is === 'unclear');
  if (open) return { verdict: 'unclear', because: open.because };
  const outside = found.find(({ verdict }) => verdict === 'affected');
  if (outside) return { verdict: 'not_affected', because: outside.because };
  // It only says which versions are fixed, or not hit: of the others it says nothing.
  const other = found[0]?.because ?? '';
  return { verdict: 'unclear', because: `The document says nothing of this version. ${other}`.trim() };
}

/**
 * @param cves in capitals: those that the lines say anything of
 * @param met conditions that are known to be met, as written
 */
export function versionLines(
  match: { lines: readonly ProductLine[]; tested: Tested; met: ReadonlySet<string> },
  cves: readonly string[],
  running: readonly RunningVersion[],
  readings: readonly Reading[] = [],
): VersionLine[] {
  return running.flatMap((one) => {
    const judged = cves.map((cve) => ({ cve, ...judge(match.lines, cve, one, match.tested, readings, match.met) }));
    const [first] = judged;
    if (!first) return [];
    const whole = judged.reduce(
      (worst, next) => (worse(worst.verdict, next.verdict) === worst.verdict ? worst : next),
      first,
    );
    const differing = judged.filter(({ verdict, because }) => verdict !== whole.verdict || because !== whole.because);
    return [
      { version: one.version, cve: '', verdict: whole.verdict, because: whole.because },
      ...differing.map((line) => ({ version: one.version, ...line })),
    ];
  });
}
