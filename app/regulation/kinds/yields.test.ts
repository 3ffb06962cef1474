/**
 * What each kind of change yields by itself: one legacy MDD IIb device with a standard operating system, a proposal, no
 * answer given. Outcomes and open questions, in reading order, for the hospital in England that changes its unit, for the
 * device's manufacturer in the EU, and for the manufacturer of a 510(k)-cleared device in the US.
 */
import { describe, expect, it } from 'vitest';
import { assess } from '../assess';
import type { Dossier } from '../dossier';
import { parseDossier } from '../dossier';
import type { Finding } from '../result';
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

/** Null: the instrument neither applies nor is a hint. */
const YIELDS: Record<KindId, { hospitalInEngland: Yield | null; itsMaker: Yield | null; makerInTheUs: Yield | null }> =
  {
    os_patch: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q2 Q3a Q3b Q4'),
    },
    app_patch: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb not_significant significant', 'MC-B B1 B2 C1 C2 C4 C5 CM'),
      makerInTheUs: yields('letter_to_file needs_review new_510k', 'Q1 Q2 Q3a Q3b Q4 QVI'),
    },
    firmware_update: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb not_significant significant', 'MC-B B1 B2 C1 C2 C4 C5 CM'),
      makerInTheUs: yields('letter_to_file needs_review new_510k', 'Q1 Q2 Q3a Q3b Q4 QVI'),
    },
    feature_update: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb not_significant significant', 'MC-B B1 B2 C1 C2 C3 C4 C5 CM'),
      makerInTheUs: yields('letter_to_file needs_review new_510k', 'Q3a Q3b Q4 QVI'),
    },
    os_upgrade: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb not_significant significant', 'MC-B B1 B2 C1 C2 C4 C5 CM'),
      makerInTheUs: yields('letter_to_file needs_review new_510k', 'Q1 Q2 Q3a Q3b Q4'),
    },
    os_replacement: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('significant', 'MC-B B1 B2'),
      makerInTheUs: yields('needs_review new_510k', 'Q3a Q3b Q4'),
    },
    av_install: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb significant', 'MC-B B1 B2 C4 C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    av_signature_update: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    edr_agent: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb significant', 'MC-B B1 B2 C4 C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    allow_listing: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb not_significant significant', 'MC-B B1 B2 C1 C4 C5 CM'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    host_firewall: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'MC-B B1 B2 C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    hardening: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'MC-B B1 B2 C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    credential_rotation: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    certificate_renewal: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    encryption_or_auth: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb not_significant significant', 'MC-B B1 B2 C1 C5 CM'),
      makerInTheUs: yields('letter_to_file needs_review new_510k', 'Q1 Q3a Q3b Q4 QVI'),
    },
    mfa_or_lock: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'MC-B B1 B2 C4 C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    logging: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb not_significant significant', 'C1 C4 C5 CM'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    remote_access: {
      hospitalInEngland: yields(
        'O-ASK O-CONSENT O-EMERGENCY O-ENV-DEV O-ENV-OK O-IFU',
        'UK-H2 UK-H3 UK-H4 UK-H6 UK-H10',
      ),
      itsMaker: yields(
        'ask_nb no_design_change not_significant significant',
        'ND-1 GN-2 GN-3 GN-4 MC-A MC-B B1 B2 MC-C C1 C2 C3 C4 C5 MC-D D4 MC-E CM',
        true,
      ),
      makerInTheUs: yields('letter_to_file needs_review new_510k', 'Q1 Q2 Q3a Q3b Q4 QVI', true),
    },
    component_update: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('ask_nb not_significant significant', 'MC-B B1 B2 C1 C2 C4 C5 CM'),
      makerInTheUs: yields('letter_to_file needs_review new_510k', 'Q1 Q2 Q3a Q3b Q4 QVI'),
    },
    network_firewall: {
      hospitalInEngland: yields('O-ENV-DEV O-ENV-OK', 'UK-H10'),
      itsMaker: null,
      makerInTheUs: null,
    },
    segmentation: {
      hospitalInEngland: yields('O-ENV-DEV O-ENV-OK', 'UK-H10'),
      itsMaker: null,
      makerInTheUs: null,
    },
    passive_ids: {
      hospitalInEngland: yields('O-ENV-OK', ''),
      itsMaker: null,
      makerInTheUs: null,
    },
    inline_ips: {
      hospitalInEngland: yields('O-ENV-DEV O-ENV-OK', 'UK-H10'),
      itsMaker: null,
      makerInTheUs: null,
    },
    isolation: {
      hospitalInEngland: yields('O-ENV-DEV O-ENV-OK', 'UK-H10'),
      itsMaker: null,
      makerInTheUs: null,
    },
    active_scan: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q3a Q3b Q4'),
    },
    backup_restore: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q1 Q2 Q3a Q3b Q4'),
    },
    reimage: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'C5'),
      makerInTheUs: yields('letter_to_file', ''),
    },
    rollback: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'C5'),
      makerInTheUs: yields('letter_to_file new_510k', 'Q2 Q3a Q3b Q4'),
    },
    hardware_swap: {
      hospitalInEngland: yields('O-ASK O-CONSENT O-EMERGENCY O-IFU', 'UK-H3 UK-H4 UK-H6'),
      itsMaker: yields('not_significant significant', 'B1 B2'),
      makerInTheUs: null,
    },
    virtualisation: {
      hospitalInEngland: yields(
        'O-ASK O-CONSENT O-EMERGENCY O-ENV-DEV O-ENV-OK O-IFU',
        'UK-H2 UK-H3 UK-H4 UK-H6 UK-H10',
      ),
      itsMaker: yields(
        'ask_nb no_design_change not_significant significant',
        'ND-1 GN-2 GN-3 GN-4 MC-A MC-B B1 B2 MC-C C1 C2 C4 C5 MC-D D4 MC-E CM',
        true,
      ),
      makerInTheUs: yields('needs_review new_510k', 'Q3a Q3b Q4', true),
    },
    security_notice: {
      hospitalInEngland: null,
      itsMaker: yields('not_significant significant', 'GN-2 GN-3 GN-4 MC-B B1 B2'),
      makerInTheUs: null,
    },
    decommission: {
      hospitalInEngland: null,
      itsMaker: null,
      makerInTheUs: null,
    },
  };

const european = { market: 'EU', basis: 'mdd', class: 'IIb' };
const american = { market: 'US', basis: '510k', class: 'II' };
const software = { version: '4.2', os: { product: 'windows', release: '10' } };

function proposal(kind: KindId, actor: string, certification: object, site?: object): Dossier {
  const parsed = parseDossier({
    dossier: 1,
    as_of: '2026-11-23',
    device: { software, certifications: [certification] },
    ...(site && { site }),
    change: { kind, actor },
  });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return parsed.dossier;
}

function judged(dossier: Dossier, instrument: string): Yield | null {
  const { findings, hints } = assess(dossier);
  const finding: Finding | undefined = [...findings, ...hints].find((one) => one.instrument === instrument);
  if (!finding) return null;
  return {
    outcomes: finding.outcomes,
    open: finding.open.map((question) => question.question),
    unsure: finding.state === 'unknown',
  };
}

describe('what a kind of change yields by itself', () => {
  it.each(KIND_IDS)('%s for a hospital in England', (kind) => {
    const dossier = proposal(kind, 'hospital', european, { country: 'GB', nation: 'england' });
    expect(judged(dossier, 'UK-MDR-H')).toEqual(YIELDS[kind].hospitalInEngland);
  });

  it.each(KIND_IDS)('%s for the manufacturer of a legacy device', (kind) => {
    const dossier = proposal(kind, 'manufacturer', european);
    expect(judged(dossier, 'EU-MDCG-2020-3-R1')).toEqual(YIELDS[kind].itsMaker);
  });

  it.each(KIND_IDS)('%s for the manufacturer of a cleared device', (kind) => {
    const dossier = proposal(kind, 'manufacturer', american);
    expect(judged(dossier, 'US-FDA-SW510K-2017')).toEqual(YIELDS[kind].makerInTheUs);
  });
});
