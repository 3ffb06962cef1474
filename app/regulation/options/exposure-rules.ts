/**
 * How exposed the device stays to the vulnerability under each measure, as an ordered level. No authority publishes such a
 * table: every row is ours, derived from what the measure is and from where the attack comes (CVSS attack vector), and is
 * shown as derived with its sentence. It weighs this one vulnerability, not the device.
 */
import type { Confidence } from '../chart';
import type { MeasureId } from './measures';

/** From least to greatest. none: the fault itself is gone. */
export const EXPOSURES = ['none', 'low', 'moderate', 'high', 'very_high'] as const;
export type Exposure = (typeof EXPOSURES)[number];

export const VECTORS = ['network', 'adjacent', 'local', 'physical'] as const;
export type Vector = (typeof VECTORS)[number];

/**
 * What a measure does to an attack. removes: the fault is gone. closes: the way to it is shut, at most low is left.
 * limits: fewer or harder ways, one level less, never below low. detects and nothing: the level stays.
 */
export type Effect = 'removes' | 'closes' | 'limits' | 'detects' | 'nothing';

/** Where the fault lies, as far as the proposal tells. */
export type FaultPlace = 'operating_system' | 'elsewhere';

export interface StartRule {
  id: string;
  vector: Vector;
  exploited: boolean;
  level: Exposure;
  says: string;
  confidence: Confidence;
}

const start = (vector: Vector, exploited: boolean, level: Exposure, says: string): StartRule => ({
  id: `EX-0-${vector[0]?.toUpperCase()}${exploited ? 'x' : ''}`,
  vector,
  exploited,
  level,
  says,
  confidence: 'D',
});

/** Exposure while nothing is done. Said as rules, because while something is not known several of them are followed. */
export const START_RULES: readonly StartRule[] = [
  start('network', true, 'very_high', 'Open to whoever reaches it over the network, and attacks known: very high.'),
  start('network', false, 'high', 'Open to whoever reaches it over the network, no attack known: high.'),
  start('adjacent', true, 'high', 'Open to whoever is on the same network segment, and attacks known: high.'),
  start('adjacent', false, 'moderate', 'Open to whoever is on the same network segment, no attack known: moderate.'),
  start('local', true, 'moderate', 'Open to whoever can act on the device itself, and attacks known: moderate.'),
  start('local', false, 'low', 'Open to whoever can act on the device itself, no attack known: low.'),
  start('physical', true, 'low', 'Open only to somebody who stands at the device: low, even where attacks are known.'),
  start('physical', false, 'low', 'Open only to somebody who stands at the device, no attack known: low.'),
];

export interface EffectRule {
  id: string;
  measure: MeasureId;
  /** Attack vectors it speaks of; all of them when missing. */
  vectors?: readonly Vector[];
  /** Only where the fault lies there. Rules for both places hold while nobody has said. */
  fault?: FaultPlace;
  effect: Effect;
  /** Set where the effect is not sure: it may be only this. */
  atWorst?: Effect;
  says: string;
  confidence: Confidence;
}

type Row = [vectors: string, effect: Effect, says: string, atWorst?: Effect];

const LETTERS: Readonly<Record<string, Vector>> = { N: 'network', A: 'adjacent', L: 'local', P: 'physical' };

function rows(measure: MeasureId, code: string, ...given: Row[]): EffectRule[] {
  return given.map(([letters, effect, says, atWorst]) => ({
    id: `EX-${code}-${letters}`,
    measure,
    vectors: [...letters].flatMap((letter) => LETTERS[letter] ?? []),
    effect,
    ...(atWorst && { atWorst }),
    says,
    confidence: 'D',
  }));
}

const os = (fault: FaultPlace, effect: Effect, says: string): EffectRule => ({
  id: `EX-OSP-${fault === 'elsewhere' ? 'E' : 'O'}`,
  measure: 'os_patch',
  fault,
  effect,
  says,
  confidence: 'D',
});

export const EFFECT_RULES: readonly EffectRule[] = [
  ...rows('vendor_patch', 'VP', ['NALP', 'removes', 'The patch removes the fault, once it is on every unit.']),
  os('operating_system', 'removes', 'A fault of the operating system goes with its patch.'),
  os('elsewhere', 'nothing', "A patch of the operating system leaves a fault of the device's own software as it is."),
  ...rows('antivirus', 'AV', [
    'NALP',
    'limits',
    'Known malicious code is stopped, the fault itself stays; unknown code passes.',
    'nothing',
  ]),
  ...rows('allow_listing', 'AL', [
    'NALP',
    'limits',
    'Code that is not listed does not start; an attack inside a listed program still works.',
  ]),
  ...rows(
    'host_firewall',
    'HF',
    ['NA', 'limits', 'Fewer addresses reach the service; those still allowed can attack it.'],
    ['LP', 'nothing', 'A firewall does nothing against somebody who acts on the device itself.'],
  ),
  ...rows(
    'disable_service',
    'DS',
    ['NA', 'closes', 'A service that does not listen cannot be attacked; the faulty code is still on the device.'],
    ['LP', 'limits', 'Somebody on the device may still start the code, with the rights to do so.', 'nothing'],
  ),
  ...rows('credential_change', 'CR', [
    'NALP',
    'closes',
    'Where the way in is a known or shared password, it is shut; against any other fault it does nothing.',
    'nothing',
  ]),
  ...rows('upgrade', 'UP', [
    'NALP',
    'removes',
    'The new release does not hold the fault, by what is meant by it here.',
  ]),
  ...rows(
    'network_firewall',
    'NF',
    ['N', 'limits', 'Only listed peers reach the device; one of them, once taken over, still can.'],
    ['A', 'nothing', 'A neighbour on the same segment does not pass the firewall.'],
    ['LP', 'nothing', 'A firewall does nothing against somebody who acts on the device itself.'],
  ),
  ...rows(
    'segmentation',
    'SG',
    ['NA', 'limits', 'Fewer machines can reach the device; those in the segment, and flows let through, still can.'],
    ['LP', 'nothing', 'A segment does nothing against somebody who acts on the device itself.'],
  ),
  ...rows(
    'passive_monitoring',
    'PM',
    ['NA', 'detects', 'An attack may be noticed; nothing stops it.'],
    ['LP', 'nothing', 'What happens on the device itself does not cross the tap.'],
  ),
  ...rows(
    'inline_prevention',
    'IP',
    ['N', 'limits', 'Traffic that looks like the known attack is dropped; a changed attack passes.'],
    ['A', 'nothing', 'A neighbour on the same segment does not pass the equipment.'],
    ['LP', 'nothing', 'What happens on the device itself does not pass the equipment.'],
  ),
  ...rows(
    'isolation',
    'IS',
    ['NA', 'closes', 'Without a network link nobody reaches the fault from outside; it opens again with the link.'],
    ['LP', 'nothing', 'Isolation does nothing against somebody, or a medium, at the device itself.'],
  ),
  ...rows('replacement', 'RP', ['NALP', 'removes', 'The fault leaves with the unit, once it has left.']),
  ...rows('accept', 'AC', ['NALP', 'nothing', 'Nothing is done: the exposure stays as it is.']),
];
