/**
 * When whoever changes a device would take on duties of its manufacturer: what passes, what stays, and how to reach
 * the same protection without it. Shown before everything else, also where an instrument is only a forecast.
 */
import type { DutyTransfer, Finding } from './result';

interface Row {
  instrument: string;
  outcomes: readonly string[];
  becomes: DutyTransfer['becomes'];
  clause: string;
  moves: string;
  stays: string;
  instead: string;
  /** What the source leaves open. */
  unsettled: string | null;
  /** The same where the instrument is a forecast only. */
  unsettledForecast?: string;
}

const OUTSIDE =
  'Protect the unit from outside (segment, filter, isolate), which changes nothing on it, or obtain the written release of the manufacturer for this version and do as it says.';

const ROWS: readonly Row[] = [
  {
    instrument: 'EU-MDR-ART16',
    outcomes: ['manufacturer_obligations'],
    becomes: 'manufacturer',
    clause: 'MDR Art. 16(1)(b) and (c)',
    moves:
      'Conformity assessment, technical documentation, registration, vigilance and surveillance for the changed units.',
    stays: 'The original manufacturer answers for the device as supplied, not for the change.',
    instead: OUTSIDE,
    unsettled: null,
    unsettledForecast:
      'Whether Art. 16(1)(c) reaches a hospital that changes a device certified under the old directives is not settled; the careful reading is that it may.',
  },
  {
    instrument: 'EU-MDR-ART5-5',
    outcomes: ['manufacturer_obligations', 'in_house_device'],
    becomes: 'in-house manufacturer',
    clause: 'MDR Art. 5(5)',
    moves:
      'Documentation, quality system, justification, public declaration and review of experience for a device of its own; outside those conditions every duty of a manufacturer.',
    stays: 'The original manufacturer answers for the device as supplied, not for the new one.',
    instead: `The in-house rule answers an unmet need of patients, hardly ever a missing patch. ${OUTSIDE}`,
    unsettled:
      'Whether a change made for security alone, which creates no new device, can rest on Art. 5(5) is not settled.',
  },
  {
    instrument: 'US-FDA-REMAN-2024',
    outcomes: ['remanufacturing'],
    becomes: 'remanufacturer',
    clause: '21 CFR 820.3 and FDA remanufacturing guidance (2024) VI and VIII',
    moves:
      'Registration and listing, quality system, reporting, corrections and removals, and where it applies an own marketing submission.',
    stays: 'The original manufacturer keeps the duties for units that nobody changed.',
    instead: OUTSIDE,
    unsettled:
      'Whether FDA would enforce this against a hospital that changes only its own units is not settled (the guidance speaks to makers and independent servicers).',
  },
  {
    instrument: 'UK-HIE',
    outcomes: ['O-FULLMFR'],
    becomes: 'manufacturer',
    clause: 'UK MDR 2002 and the MHRA guidance on the health institution exemption',
    moves: 'Conformity assessment, marking and registration, because a condition of the exemption is not met.',
    stays: 'The original manufacturer answers for the device as supplied.',
    instead: OUTSIDE,
    unsettled: null,
  },
  {
    instrument: 'UK-HIE',
    outcomes: ['O-HIE', 'O-HIE-FIX', 'O-HIE-IVD'],
    becomes: 'in-house manufacturer',
    clause: 'MHRA guidance on the health institution exemption',
    moves: 'Quality system, traceability, essential requirements, technical documentation and monitoring.',
    stays: 'The original manufacturer answers for the device as supplied.',
    instead: OUTSIDE,
    unsettled: null,
  },
  {
    instrument: 'UK-MDR-H',
    outcomes: ['O-FULLMFR'],
    becomes: 'manufacturer',
    clause: 'UK MDR 2002 and the MHRA guidance on the health institution exemption',
    moves: 'Conformity assessment, marking and registration of the result.',
    stays: 'The original manufacturer answers for the device as supplied.',
    instead: OUTSIDE,
    unsettled: null,
  },
  {
    instrument: 'UK-MDR-H',
    outcomes: ['O-USERMOD'],
    becomes: 'user at own risk',
    clause: 'MHRA guidance on off-label use and on managing medical devices',
    moves: 'Liability for the changed units moves toward the hospital; its board has to accept that.',
    stays: 'The certificate of the manufacturer, which does not cover the change.',
    instead: OUTSIDE,
    unsettled: null,
  },
];

const WATCHED: ReadonlySet<string> = new Set(ROWS.map(({ instrument }) => instrument));

/**
 * The warnings that follow from findings, in the order of the table.
 * @param findings those that apply, were named, or are hints
 */
export function dutyTransfers(findings: readonly Finding[]): DutyTransfer[] {
  const warnings: DutyTransfer[] = [];
  if (!findings.some(({ instrument }) => WATCHED.has(instrument))) return warnings;
  for (const { unsettledForecast, outcomes: codes, ...row } of ROWS) {
    const finding = findings.find(({ instrument, state }) => instrument === row.instrument && state !== 'unknown');
    const outcomes = finding?.outcomes.filter((code) => codes.includes(code)) ?? [];
    if (!finding || outcomes.length === 0) continue;
    const forecast = finding.state === 'hint';
    warnings.push({
      ...row,
      outcomes,
      certain: outcomes.length === finding.outcomes.length && !forecast,
      forecast,
      unsettled: forecast ? (unsettledForecast ?? row.unsettled) : row.unsettled,
    });
  }
  return warnings;
}

/** The warning as one sentence. */
export function dutyTransferSentence({ instrument, outcomes, certain, becomes }: DutyTransfer): string {
  const sure = certain ? 'pass, wholly or partly,' : 'may pass';
  return `Duties of a manufacturer ${sure} to whoever makes this change, as ${becomes} (${instrument}: ${outcomes.join(', ')}).`;
}
