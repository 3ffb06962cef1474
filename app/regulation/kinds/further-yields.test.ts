/**
 * What each kind of change yields by itself, as in yields.test.ts, for those who act under the other charts: a hospital
 * in the European Union, a hospital in the US, and the manufacturer of a cleared device under the general chart.
 */
import { describe, expect, it } from 'vitest';
import { assess } from '../assess';
import { type Dossier, parseDossier } from '../dossier';
import { KIND_IDS, type KindId } from './kind-ids';

interface Yield {
  outcomes: string[];
  open: string[];
  /** It cannot be said yet whether the instrument applies. */
  unsure: boolean;
}

function yields(outcomes: string, open: string, unsure = false): Yield {
  return { outcomes: outcomes.split(' '), open: open === '' ? [] : open.split(' '), unsure };
}

type Column = 'hospitalInTheUnion' | 'hospitalInTheUs' | 'makerByTheGeneralChart';

/** Null: the instrument neither applies nor is a hint. */
const YIELDS: Record<KindId, Record<Column, Yield | null>> = {
  os_patch: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  app_patch: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  firmware_update: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RP3 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  feature_update: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RP3 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  os_upgrade: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  os_replacement: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RP3 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  av_install: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  av_signature_update: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  edr_agent: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  allow_listing: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  host_firewall: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  hardening: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  credential_rotation: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('servicing', 'RP1'),
    makerByTheGeneralChart: null,
  },
  certificate_renewal: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  encryption_or_auth: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  mfa_or_lock: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  logging: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('servicing', 'RP1'),
    makerByTheGeneralChart: null,
  },
  remote_access: {
    hospitalInTheUnion: yields(
      'ask_nb environment_change operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 G4 OP-4 OP-2w OP-5 EN-1 EN-2 EN-3 EN-4',
    ),
    hospitalInTheUs: yields(
      'remanufacturing servicing',
      'RP1 RP3 RP4 RS-Q2 RS-Q3 RM-A1 RM-A1.1 RM-A2 RM-A2.1 RM-A3 RM-A3.1',
      true,
    ),
    makerByTheGeneralChart: yields(
      'letter_to_file new_510k',
      'G1 G2 A3 A1.3 G3 B2 B3 B3.2 B4 B4.1 B5 B5.1 B5.2 B5.3 B5.4 G4 C2 C3 C4 C4.1 C5 C5.1 C5.2 C5.3 C5.4 A1.5 A4',
      true,
    ),
  },
  component_update: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RS-Q2 RS-Q3'),
    makerByTheGeneralChart: null,
  },
  network_firewall: {
    hospitalInTheUnion: yields(
      'ask_nb environment_change operation_within_instructions',
      'OP-1 OP-2 EN-1 EN-2 EN-3 EN-4',
    ),
    hospitalInTheUs: null,
    makerByTheGeneralChart: null,
  },
  segmentation: {
    hospitalInTheUnion: yields(
      'ask_nb environment_change operation_within_instructions',
      'OP-1 OP-2 EN-1 EN-2 EN-3 EN-4',
    ),
    hospitalInTheUs: null,
    makerByTheGeneralChart: null,
  },
  passive_ids: {
    hospitalInTheUnion: yields('environment_change operation_within_instructions', 'OP-1 OP-2'),
    hospitalInTheUs: null,
    makerByTheGeneralChart: null,
  },
  inline_ips: {
    hospitalInTheUnion: yields(
      'ask_nb environment_change operation_within_instructions',
      'OP-1 OP-2 EN-1 EN-2 EN-3 EN-4',
    ),
    hospitalInTheUs: null,
    makerByTheGeneralChart: null,
  },
  isolation: {
    hospitalInTheUnion: yields(
      'ask_nb environment_change operation_within_instructions',
      'OP-1 OP-2 EN-1 EN-2 EN-3 EN-4',
    ),
    hospitalInTheUs: null,
    makerByTheGeneralChart: null,
  },
  active_scan: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('servicing', 'RP1'),
    makerByTheGeneralChart: null,
  },
  backup_restore: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('servicing', 'RP1'),
    makerByTheGeneralChart: null,
  },
  reimage: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('servicing', 'RP1'),
    makerByTheGeneralChart: null,
  },
  rollback: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('servicing', 'RP1'),
    makerByTheGeneralChart: null,
  },
  hardware_swap: {
    hospitalInTheUnion: yields(
      'ask_nb operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 OP-4 OP-2w OP-5',
    ),
    hospitalInTheUs: yields('remanufacturing servicing', 'RP1 RP3 RM-A1 RM-A1.1 RM-A2.1 RM-A3 RM-A3.1'),
    makerByTheGeneralChart: yields('letter_to_file new_510k', 'G1 B2 B5.1 B5.2 B5.3 B5.4'),
  },
  virtualisation: {
    hospitalInTheUnion: yields(
      'ask_nb environment_change operation_within_instructions treat_outside_device unvalidated_modification',
      'OP-1 OP-2 G4 OP-4 OP-2w OP-5 EN-1 EN-2 EN-3 EN-4',
    ),
    hospitalInTheUs: yields(
      'remanufacturing servicing',
      'RP1 RP3 RP4 RS-Q2 RS-Q3 RM-A1 RM-A1.1 RM-A2 RM-A2.1 RM-A3 RM-A3.1',
      true,
    ),
    makerByTheGeneralChart: yields(
      'letter_to_file new_510k',
      'G1 G2 A3 A1.3 G3 B2 B3 B3.2 B4 B4.1 B5 B5.1 B5.2 B5.3 B5.4 G4 C2 C3 C4 C4.1 C5 C5.1 C5.2 C5.3 C5.4 A1.5 A4',
      true,
    ),
  },
  security_notice: {
    hospitalInTheUnion: null,
    hospitalInTheUs: null,
    makerByTheGeneralChart: yields('letter_to_file new_510k', 'G1 A1 A1.3 A1.4 A1.5 A2 A3 A4'),
  },
  decommission: {
    hospitalInTheUnion: null,
    hospitalInTheUs: null,
    makerByTheGeneralChart: null,
  },
};

const european = { market: 'EU', basis: 'mdd', class: 'IIb' };
const american = { market: 'US', basis: '510k', class: 'II' };
const software = { version: '4.2', os: { product: 'windows', release: '10' } };

function judged(kind: KindId, actor: string, certifications: object[], site: object, instrument: string): Yield | null {
  const change = { kind, actor };
  const parsed = parseDossier({
    dossier: 1,
    as_of: '2026-11-23',
    device: { software, certifications },
    site,
    change,
  });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  const { findings, hints } = assess(parsed.dossier satisfies Dossier);
  const finding = [...findings, ...hints].find((one) => one.instrument === instrument);
  if (!finding) return null;
  const { outcomes, open, state } = finding;
  return { outcomes, open: open.map(({ question }) => question), unsure: state === 'unknown' };
}

describe('what a kind of change yields under the other charts', () => {
  it.each(KIND_IDS)('%s for a hospital in the European Union', (kind) => {
    expect(judged(kind, 'hospital', [european], { country: 'DE' }, 'EU-MDCG-2019-16')).toEqual(
      YIELDS[kind].hospitalInTheUnion,
    );
  });

  it.each(KIND_IDS)('%s for a hospital in the United States', (kind) => {
    expect(judged(kind, 'hospital', [american], { country: 'US' }, 'US-FDA-REMAN-2024')).toEqual(
      YIELDS[kind].hospitalInTheUs,
    );
  });

  it.each(KIND_IDS)('%s for the manufacturer of a cleared device, general chart', (kind) => {
    expect(judged(kind, 'manufacturer', [european, american], { country: 'US' }, 'US-FDA-GEN510K-2017')).toEqual(
      YIELDS[kind].makerByTheGeneralChart,
    );
  });
});
