/** Whether a version of ours is among those an advisory speaks of. Pure; "unclear" whenever it cannot be told. */
import { beginsLike, compareVersions, readVersion, type VersionValue } from './version-value';
import { type Bound, type Stretch, type VersionStatement, versionsInWords } from './versions';

export interface Holds {
  is: 'yes' | 'no' | 'unclear';
  because: string;
}

const unclear = (because: string): Holds => ({ is: 'unclear', because });
const cannotCompare = (ours: string, theirs: string) => unclear(`${ours} and ${theirs} cannot be compared.`);

/** A side of a stretch: whether the version lies on the inner side of the bound. */
function within(ours: string, version: VersionValue, bound: Bound, side: 'low' | 'high'): Holds {
  const { value, inclusive, text } = bound;
  if (value.open && (beginsLike(value, version) || compareVersions(value, version) === 0)) {
    // "<= 12.2.x": whatever begins with 12.2 is in; before or after the whole series otherwise.
    return { is: inclusive ? 'yes' : 'no', because: `${ours} is one of ${text}.` };
  }
  const order = compareVersions(version, value);
  if (order === null) return cannotCompare(ours, text);
  if (order !== 0 && beginsLike(version, value)) {
    return unclear(`The register says ${ours}; which ${ours} it is decides, as the bound is ${text}.`);
  }
  if (side === 'high' && inclusive && order > 0 && beginsLike(value, version)) {
    return unclear(`${ours} is a later build of ${text}; whether it is meant is not said.`);
  }
  const inside = order === 0 ? inclusive : side === 'low' ? order > 0 : order < 0;
  const stands = order === 0 ? `${ours} is ${text}` : `${ours} is ${order < 0 ? 'earlier' : 'later'} than ${text}`;
  return { is: inside ? 'yes' : 'no', because: `${stands}.` };
}

function inStretch(ours: string, version: VersionValue, stretch: Stretch): Holds {
  if (stretch.kind === 'between') {
    const sides = [
      stretch.low ? within(ours, version, stretch.low, 'low') : null,
      stretch.high ? within(ours, version, stretch.high, 'high') : null,
    ].filter((side) => side !== null);
    const worst = sides.find(({ is }) => is === 'no') ?? sides.find(({ is }) => is === 'unclear');
    return worst ?? { is: 'yes', because: sides.map(({ because }) => because).join(' ') };
  }
  const { value, text, kind } = stretch;
  const order = compareVersions(version, value);
  if (order === 0 || (kind === 'series' && beginsLike(value, version))) {
    return { is: 'yes', because: order === 0 && kind === 'one' ? `${ours} is named.` : `${ours} is one of ${text}.` };
  }
  if (order === null) return cannotCompare(ours, text);
  if (beginsLike(version, value)) return unclear(`The register says ${ours}, the advisory ${text}.`);
  if (beginsLike(value, version)) return unclear(`${ours} may be a build of ${text}; whether it is meant is not said.`);
  // Who names single versions speaks of what was sold then: older ones may be hit as well.
  if (order < 0)
    return unclear(`${ours} is earlier than ${text}, and the advisory does not speak of earlier versions.`);
  return { is: 'no', because: `${ours} is later than ${text}.` };
}

/** @param ours the version on a unit as the register has it; '' is not known */
export function holds(statement: VersionStatement, ours: string): Holds {
  if (statement.kind === 'all') return { is: 'yes', because: 'The advisory speaks of all versions.' };
  if (statement.kind === 'unparsed') {
    return unclear(`“${statement.text}” is not read by any rule: a person has to say what it means.`);
  }
  if (ours.trim() === '') return unclear(`The version is not known; it would be hit by ${versionsInWords(statement)}.`);
  const version = readVersion(ours);
  if (!version) return unclear(`“${ours}” is no version that can be compared.`);
  const found = statement.stretches.map((stretch) => inStretch(ours.trim(), version, stretch));
  const yes = found.find(({ is }) => is === 'yes');
  if (yes) return yes;
  const open = found.find(({ is }) => is === 'unclear');
  // Between two that are named: later than one, earlier than the other.
  if (open) return open;
  return found[found.length - 1] ?? unclear('No version is named.');
}
