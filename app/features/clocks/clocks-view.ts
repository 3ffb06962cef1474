/** What the page of a letter's clocks shows; plain data that travels to the browser. */
import type { ClockStage } from '../../../db/schema/letters.server';

export interface ClockView {
  stage: ClockStage;
  label: string;
  startsOn: string;
  /** "10 working days" */
  term: string;
  calendar: string;
  firstDue: string;
  dueOn: string;
  origin: string;
  state: 'running' | 'paused' | 'met' | 'stopped';
  /** "met on 3 Dec 2026", "2 working days late", "in 5 working days". */
  words: string;
  late: boolean;
}

export interface StepView {
  id: string;
  stage: string;
  /** "Reminder, 3 working days before the date" */
  words: string;
  kind: 'reminder' | 'escalation';
  plannedOn: string;
  plannedAt: string;
  status: 'planned' | 'stopped' | 'done' | 'skipped';
  reason: string;
  decidedBy: string;
  produced: { id: string; reference: string } | null;
}

export interface PreviewView {
  stepId: string;
  /** Subject, call to action, paragraphs; or why it cannot be written. */
  lines: string[];
  refused: string | null;
}

export interface ClocksPageView {
  letterId: string;
  reference: string;
  subject: string;
  supplierName: string;
  asks: boolean;
  clocks: ClockView[];
  steps: StepView[];
  paused: { fromOn: string; reason: string } | null;
  pauses: { fromOn: string; toOn: string | null; reason: string }[];
  timeZone: string;
  mayAct: boolean;
  preview: PreviewView | null;
}

/** Forms of the page, by the value of their "act" field. */
export const CLOCK_ACTS = ['pause', 'resume', 'stop-clock', 'meet-clock', 'stop-step', 'go-step'] as const;
