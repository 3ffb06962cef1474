/**
 * The clocks under which a report would run, from what people answered: texts, time limits and marks are those of the
 * vigilance charts. Unknown opens a clock as a yes does (doubt does not stop it, UK-V7) and is marked as an "if".
 */
import type { ReportClock } from '../../../db/schema/risk.server';
import type { Confidence, Obligation } from '../../regulation/chart';
import { citationText } from '../../regulation/sources';
import { addWorkingDays } from '../clocks/calendars';
import { dutyOf, principleOf } from './from-charts.server';
import { all, type Regime, reportable, type TriageAnswers, type TriageValue } from './triage-answers';

interface Rule {
  regime: Regime;
  when: (answers: TriageAnswers) => TriageValue;
  duty: () => { who: string; must: string; cite: Obligation['cite']; confidence: Confidence; due: string | null };
  /** How the limit is counted; without it the words of the duty stand alone ("as soon as possible"). */
  limit?: { days: number; counted: 'calendar' | 'working'; from?: 'action' };
}

const calendar = (days: number) => ({ days, counted: 'calendar' as const });
const working = (days: number) => ({ days, counted: 'working' as const });

const UK = 'UK-MDR-P4A';
const UK_TIME = 'UK-MDR-P4A-TIME';
const hospitalUk = (at: string, part = '') => dutyOf(UK, 'V-REPORT', 'hospital', at, part);

/** In the United States the words of the hospital's duty stand among the principles of the chart. */
function userFacility() {
  const { text, cite, confidence } = principleOf('US-CFR-806', '10.4 hospital');
  return { who: 'hospital', must: text, cite, confidence, due: '10 work days' };
}

export const RULES: readonly Rule[] = [
  {
    regime: 'GB',
    when: (a) => all(reportable(a), a.public_health),
    duty: () => dutyOf(UK_TIME, 'V-2-DAYS', 'manufacturer', 'reg 44ZH'),
    limit: calendar(2),
  },
  {
    regime: 'GB',
    when: (a) => all(reportable(a), a.death),
    duty: () => dutyOf(UK_TIME, 'V-10-DAYS', 'manufacturer', 'reg 44ZH'),
    limit: calendar(10),
  },
  {
    regime: 'GB',
    when: reportable,
    duty: () => dutyOf(UK_TIME, 'V-15-DAYS', 'manufacturer', 'reg 44ZH'),
    limit: calendar(15),
  },
  { regime: 'GB', when: reportable, duty: () => hospitalUk('who reports where', 'Report as soon') },
  { regime: 'GB', when: reportable, duty: () => hospitalUk('who reports where', 'Keep the device') },
  {
    regime: 'GB',
    when: (a) => a.personal_data,
    duty: () => hospitalUk('fan-out of a cyber incident: personal data'),
    limit: calendar(3),
  },
  {
    regime: 'GB',
    when: (a) => a.service,
    duty: () => hospitalUk('operators of essential services'),
    limit: calendar(3),
  },
  { regime: 'GB', when: (a) => a.compromise, duty: () => hospitalUk('cyber security operations') },
  {
    regime: 'GB',
    when: (a) => a.action,
    duty: () => dutyOf('UK-MDR-FSCA', 'O-FSCA', 'manufacturer', 'regs 44ZG, 44ZJ'),
  },
  {
    regime: 'GB',
    when: (a) => a.action,
    duty: () => dutyOf('UK-MDR-FSCA', 'O-FSCA', 'manufacturer', 'reg 44ZJ', 'tell the MHRA'),
  },
  {
    regime: 'GB',
    when: (a) => a.action,
    duty: () => dutyOf('UK-MDR-FSCA', 'O-FSCA', 'hospital', 'evidence for O-FSCA as recipient'),
  },
  { regime: 'GB', when: (a) => a.trend, duty: () => dutyOf(UK, 'V-TREND', 'manufacturer', 'reg 44ZN') },
  {
    regime: 'EU',
    when: (a) => all(reportable(a), a.public_health),
    duty: () => dutyOf('EU-MDR-VIG', 'serious_incident', 'manufacturer', 'Art. 87(4)'),
    limit: calendar(2),
  },
  {
    regime: 'EU',
    when: (a) => all(reportable(a), a.death),
    duty: () => dutyOf('EU-MDR-VIG', 'serious_incident', 'manufacturer', 'Art. 87(5)'),
    limit: calendar(10),
  },
  {
    regime: 'EU',
    when: reportable,
    duty: () => dutyOf('EU-MDR-VIG', 'serious_incident', 'manufacturer', 'Art. 87(2), 87(3)'),
    limit: calendar(15),
  },
  {
    regime: 'EU',
    when: reportable,
    duty: () => dutyOf('EU-MDR-VIG', 'serious_incident', 'hospital', 'Art. 87(10), 87(11)'),
  },
  {
    regime: 'EU',
    when: (a) => a.action,
    duty: () => dutyOf('EU-MDR-FSCA', 'fsca', 'manufacturer', 'Art. 87(1)(b), 87(8)'),
  },
  {
    regime: 'EU',
    when: (a) => a.action,
    duty: () => dutyOf('EU-MDR-FSCA', 'fsca', 'hospital', 'Art. 89(5) to (9)'),
  },
  {
    regime: 'EU',
    when: (a) => a.trend,
    duty: () => dutyOf('EU-MDR-VIG', 'not_serious_incident', 'manufacturer', 'Art. 88'),
  },
  {
    regime: 'US',
    when: (a) => all(reportable(a), a.action),
    duty: () => dutyOf('US-CFR-806', '806_report_required', 'manufacturer', '803.10(c)(1), 803.50, 803.53'),
    limit: working(5),
  },
  {
    regime: 'US',
    when: reportable,
    duty: () => dutyOf('US-CFR-806', '806_report_required', 'manufacturer', '803.10(c)(1), 803.50, 803.53'),
    limit: calendar(30),
  },
  { regime: 'US', when: reportable, duty: userFacility, limit: working(10) },
  {
    regime: 'US',
    when: (a) => a.action,
    duty: () => dutyOf('US-CFR-806', '806_report_required', 'manufacturer', '806.10(b), 806.10(c)'),
    limit: { ...working(10), from: 'action' },
  },
];

export interface TriageDays {
  /** Day on which somebody became aware. */
  awareOn: string;
  /** Day on which the corrective action began; null: not begun, or not known. */
  actionOn: string | null;
}

/** The clocks that run, or would run if an unknown turned out to be a yes; the earliest day first in each regime. */
export function reportClocks(answers: TriageAnswers, days: TriageDays, regimes: readonly Regime[]): ReportClock[] {
  return RULES.flatMap((rule): ReportClock[] => {
    const holds = rule.when(answers);
    if (!regimes.includes(rule.regime) || holds === 'no') return [];
    const { who, must, cite, confidence, due } = rule.duty();
    return [
      {
        regime: rule.regime,
        what: must,
        citation: citationText(cite),
        mark: confidence,
        within: due ?? 'no time limit is printed',
        due: dayOf(rule, days),
        who,
        certain: holds === 'yes',
      },
    ];
  });
}

/** Null: the duty names no number of days, or the day it counts from is not known. */
function dayOf({ limit, regime }: Rule, { awareOn, actionOn }: TriageDays): string | null {
  if (!limit) return null;
  const from = limit.from === 'action' ? actionOn : awareOn;
  if (from === null) return null;
  // Calendar days are counted through: a report is not put off by a weekend.
  if (limit.counted === 'calendar') {
    const day = new Date(`${from}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + limit.days);
    return day.toISOString().slice(0, 10);
  }
  return addWorkingDays(from, limit.days, regime === 'US' ? 'US' : 'none');
}
