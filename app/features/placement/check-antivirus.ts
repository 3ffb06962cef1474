/**
 * Anti-virus settings that a change proposes, held against what the maker says and against the hours in which patients
 * are on the device. What the maker does not say is unproven, never fine. Pure.
 */
import type { AntivirusProposal, ScanWindow } from '../../../db/schema/placement.server';
import { compareExclusions } from './exclusions';
import { overlapsOf, spanInWords } from './weekly';

/** What the maker says; null and empty are "not said". */
export interface MakerOnAntivirus {
  allowed: boolean | null;
  products: readonly string[];
  exclusions: readonly string[];
  scanRule: string;
  realtimeAllowed: boolean | null;
  cpuCap: number | null;
  updatesRule: string;
}

export interface Hours {
  label: string;
  windows: readonly ScanWindow[];
}

/** `beyond`: more than the maker asks for, which weakens protection and is nobody's answer. */
export type Standing = 'agrees' | 'breaks' | 'unproven' | 'beyond';

export interface AntivirusFinding {
  about: 'permission' | 'product' | 'exclusions' | 'scans' | 'realtime' | 'cpu' | 'updates';
  standing: Standing;
  text: string;
}

export const NOTHING_SAID: MakerOnAntivirus = {
  allowed: null,
  products: [],
  exclusions: [],
  scanRule: '',
  realtimeAllowed: null,
  cpuCap: null,
  updatesRule: '',
};

/** Every finding, in the order of the subjects. @param hours when patients are on it; empty: nobody said */
export function checkAntivirus(
  proposal: AntivirusProposal,
  maker: MakerOnAntivirus,
  hours: readonly Hours[],
): AntivirusFinding[] {
  return [
    ...permission(maker),
    ...product(proposal.product, maker.products),
    ...exclusions(proposal.exclusions, maker.exclusions),
    ...scans(proposal.scans, maker.scanRule, hours),
    ...realtime(proposal.realtime, maker.realtimeAllowed),
    ...cpu(proposal.cpuCap, maker.cpuCap),
    ...updates(proposal.updates, maker.updatesRule),
  ];
}

const finding =
  (about: AntivirusFinding['about']) =>
  (standing: Standing, text: string): AntivirusFinding => ({ about, standing, text });

function permission({ allowed }: MakerOnAntivirus): AntivirusFinding[] {
  const say = finding('permission');
  if (allowed === null) return [say('unproven', 'The maker has not said whether anti-virus may run on the device.')];
  return [allowed ? say('agrees', 'The maker allows anti-virus.') : say('breaks', 'The maker forbids anti-virus.')];
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/\bv(?=\d)/g, '')
    .trim();
const VERSION = /\b\d+(\.\d+|\.x)*\b/;
const nameOf = (text: string) => plain(text).replace(new RegExp(VERSION, 'g'), '').replace(/\s+/g, ' ').trim();
const versionOf = (text: string) => VERSION.exec(plain(text))?.[0] ?? '';

/** "14.3" holds "14.3.1"; "14.x" too. */
const holds = (listed: string, version: string): boolean => {
  const stem = listed.replace(/(\.x)+$/, '');
  return version === stem || version.startsWith(`${stem}.`);
};

function product(name: string, listed: readonly string[]): AntivirusFinding[] {
  const say = finding('product');
  if (name === '') return [say('unproven', 'The proposal names no product.')];
  if (listed.length === 0) return [say('unproven', 'The maker names no product that it has validated.')];
  const list = listed.join(', ');
  const same = listed.filter((one) => nameOf(one) === nameOf(name));
  if (same.length === 0) return [say('breaks', `“${name}” is not on the maker’s list: ${list}.`)];
  if (same.some((one) => versionOf(one) === '')) return [say('agrees', `“${name}” is on the maker’s list.`)];
  const version = versionOf(name);
  if (version === '') return [say('unproven', `The maker lists ${same.join(', ')}; the proposal names no version.`)];
  return same.some((one) => holds(versionOf(one), version))
    ? [say('agrees', `“${name}” is on the maker’s list.`)]
    : [say('breaks', `Version ${version} is not on the maker’s list: ${same.join(', ')}.`)];
}

function exclusions(proposed: readonly string[], asked: readonly string[]): AntivirusFinding[] {
  const say = finding('exclusions');
  if (asked.length === 0) {
    return [
      say('unproven', 'The maker names no exclusions; that is not the same as needing none.'),
      ...proposed.map((one) => say('beyond', `“${one}” is excluded, and the maker has not asked for it.`)),
    ];
  }
  const { wanted, extra } = compareExclusions(proposed, asked);
  return [
    ...wanted.map(({ exclusion, covered }) =>
      covered === 'yes'
        ? say('agrees', `“${exclusion}” is excluded.`)
        : covered === 'no'
          ? say('breaks', `“${exclusion}” is not excluded, and the maker asks for it.`)
          : say(
              'unproven',
              `Whether “${exclusion}” is excluded hangs on how the product reads wildcards and variables.`,
            ),
    ),
    ...extra.map(({ exclusion, kind }) =>
      kind === 'wider'
        ? say('beyond', `“${exclusion}” excludes more than the maker asks for.`)
        : say('beyond', `“${exclusion}” is excluded, and the maker has not asked for it.`),
    ),
  ];
}

function scans(proposed: readonly ScanWindow[], rule: string, hours: readonly Hours[]): AntivirusFinding[] {
  const say = finding('scans');
  const said = rule
    ? say('unproven', `The maker says on scans: “${rule}”. Whoever signs holds the proposed times against these words.`)
    : say('unproven', 'The maker has not said when scans may run.');
  if (proposed.length === 0) return [said, say('unproven', 'The proposal does not say when scans run.')];
  if (hours.length === 0) {
    return [said, say('unproven', 'Nobody said when patients are on the device: clinical hours are not recorded.')];
  }
  return [
    said,
    ...hours.map(({ label, windows }) => {
      const spans = overlapsOf(proposed, windows);
      return spans.length === 0
        ? say('agrees', `No scan runs during “${label}”.`)
        : say('breaks', `Scans run during “${label}”: ${spans.map(spanInWords).join('; ')}.`);
    }),
  ];
}

function realtime(proposed: boolean | null, allowed: boolean | null): AntivirusFinding[] {
  const say = finding('realtime');
  if (proposed === null)
    return [say('unproven', 'The proposal does not say whether files are scanned as they are used.')];
  if (allowed === null)
    return [say('unproven', 'The maker has not said whether files may be scanned as they are used.')];
  if (proposed && !allowed) return [say('breaks', 'Files are scanned as they are used, and the maker forbids it.')];
  return [
    say(
      'agrees',
      proposed ? 'The maker allows scanning files as they are used.' : 'Files are not scanned as they are used.',
    ),
  ];
}

function cpu(proposed: number | null, cap: number | null): AntivirusFinding[] {
  const say = finding('cpu');
  if (cap === null) return [say('unproven', 'The maker has not said how much of the processor a scan may take.')];
  if (proposed === null)
    return [say('breaks', `The maker asks for at most ${cap} per cent of the processor; the proposal sets no limit.`)];
  return proposed <= cap
    ? [say('agrees', `A scan takes at most ${proposed} per cent of the processor; the maker asks for at most ${cap}.`)]
    : [say('breaks', `A scan may take ${proposed} per cent of the processor; the maker asks for at most ${cap}.`)];
}

function updates(proposed: string, rule: string): AntivirusFinding[] {
  const say = finding('updates');
  if (rule === '') return [say('unproven', 'The maker has not said how definitions are to be updated.')];
  if (proposed === '')
    return [say('unproven', `The proposal does not say how definitions are updated; the maker says “${rule}”.`)];
  if (plain(proposed) === plain(rule)) return [say('agrees', `Definitions are updated as the maker says: “${rule}”.`)];
  return [
    say('unproven', `Definitions: proposed “${proposed}”, the maker says “${rule}”. Whoever signs compares the two.`),
  ];
}
