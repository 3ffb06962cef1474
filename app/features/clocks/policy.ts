/** Within how many days a supplier is expected to answer: what an organisation set, else our defaults. Pure. */
import type { ClockStage, DayUnit, Severity } from '../../../db/schema/letters.server';
import { type CalendarId, isCalendarId } from './calendar-names';

export const STAGES = ['acknowledge', 'position', 'fix'] as const satisfies readonly ClockStage[];

export const STAGE_LABELS: Record<ClockStage, string> = {
  acknowledge: 'Acknowledgement',
  position: 'Position',
  fix: 'Fix or plan',
};

export const SEVERITIES = ['exploited', 'critical', 'high', 'medium', 'low', 'not_rated'] as const satisfies Severity[];

export const SEVERITY_LABELS: Record<Severity, string> = {
  exploited: 'Known to be exploited',
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  not_rated: 'Not rated',
};

export interface StageDays {
  days: number;
  unit: DayUnit;
  /** Where the number comes from, in words. */
  origin: string;
}

export interface Policy {
  stages: Record<ClockStage, StageDays>;
  /** Working days relative to a due day on which a reminder goes out. */
  reminderOffsets: number[];
  /** Working days after a due day on which an escalation is prepared; null: never by itself. */
  escalateAfter: number | null;
  calendar: CalendarId;
}

/** Defaults for what is not known to be exploited. */
const ORDINARY: Omit<Policy, 'calendar'> = {
  stages: {
    acknowledge: {
      days: 10,
      unit: 'working',
      origin: 'Default: 10 working days, as in the published disclosure policy of a large maker (10 business days).',
    },
    position: {
      days: 30,
      unit: 'calendar',
      origin: 'Default: 30 days, the time in which the FDA is reported to expect makers to assess and notify.',
    },
    fix: {
      days: 90,
      unit: 'calendar',
      origin: 'Default: 90 days; the association of UK makers speaks of three months or longer for an assessment.',
    },
  },
  reminderOffsets: [-3, 1],
  escalateAfter: 5,
};

/** Defaults for what is known to be exploited: shorter, and reminded of on the day itself. */
const EXPLOITED: Omit<Policy, 'calendar'> = {
  stages: {
    acknowledge: {
      days: 1,
      unit: 'working',
      origin: 'Our default for what is exploited: 1 working day; one published guide asks for notice within 24 hours.',
    },
    position: {
      days: 5,
      unit: 'working',
      origin: 'Our default for what is exploited: 5 working days. No rule or published figure sets it.',
    },
    fix: {
      days: 30,
      unit: 'calendar',
      origin: 'Our default for what is exploited: 30 days. No rule or published figure sets it.',
    },
  },
  reminderOffsets: [0, 2],
  escalateAfter: 3,
};

/** The policy where an organisation has set none. */
export const defaultPolicy = (severity: Severity, calendar: CalendarId): Policy => ({
  ...(severity === 'exploited' ? EXPLOITED : ORDINARY),
  calendar,
});

/** A stored policy, as far as it is needed here. */
export interface PolicyRow {
  supplierId: string | null;
  severity: Severity | '';
  acknowledgeDays: number;
  acknowledgeUnit: DayUnit;
  positionDays: number;
  positionUnit: DayUnit;
  fixDays: number;
  fixUnit: DayUnit;
  reminderOffsets: number[];
  escalateAfter: number | null;
  calendar: string;
}

export interface Case {
  supplierId: string;
  severity: Severity;
}

/** The stored policy that holds for a case: supplier before house, one severity before every severity. */
export function policyRowFor<R extends Pick<PolicyRow, 'supplierId' | 'severity'>>(
  rows: readonly R[],
  { supplierId, severity }: Case,
): R | undefined {
  const wanted: [string | null, Severity | ''][] = [
    [supplierId, severity],
    [supplierId, ''],
    [null, severity],
    [null, ''],
  ];
  for (const [whose, which] of wanted) {
    const found = rows.find((row) => row.supplierId === whose && row.severity === which);
    if (found) return found;
  }
  return undefined;
}

const whose = ({ supplierId, severity }: Pick<PolicyRow, 'supplierId' | 'severity'>): string =>
  `Set by this organisation for ${supplierId ? 'this supplier' : 'all suppliers'}, ${
    severity === '' ? 'every severity' : `severity: ${SEVERITY_LABELS[severity].toLowerCase()}`
  }.`;

/** A stored policy as a policy. @param otherwise calendar where the stored one is not known any more */
export const policyOfRow = (row: PolicyRow, otherwise: CalendarId): Policy => {
  const origin = whose(row);
  return {
    stages: {
      acknowledge: { days: row.acknowledgeDays, unit: row.acknowledgeUnit, origin },
      position: { days: row.positionDays, unit: row.positionUnit, origin },
      fix: { days: row.fixDays, unit: row.fixUnit, origin },
    },
    reminderOffsets: row.reminderOffsets,
    escalateAfter: row.escalateAfter,
    calendar: isCalendarId(row.calendar) ? row.calendar : otherwise,
  };
};

/** The policy that holds for a case. @param calendar of the organisation's place */
export function policyFor(rows: readonly PolicyRow[], one: Case, calendar: CalendarId): Policy {
  const row = policyRowFor(rows, one);
  return row ? policyOfRow(row, calendar) : defaultPolicy(one.severity, calendar);
}
