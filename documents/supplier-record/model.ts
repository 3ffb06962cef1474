/** How a supplier answers: for the contract meeting. The same numbers as the page. */
import type { ThemeName } from '../parts/letter-model';

export interface SupplierRecord {
  theme?: ThemeName;
  language: string;
  organisation: string;
  supplier: string;
  /** ISO days. */
  date: string;
  period: { from: string; to: string };
  /** How the numbers were made, in words. */
  method: string[];
  summary: { label: string; value: string }[];
  overdue: { reference: string; subject: string; what: string; due: string; days: number }[];
  statistics: {
    stage: string;
    asked: number;
    answered: number;
    open: number;
    median: string;
    interval: string;
    /** Kaplan-Meier estimate: days and share still unanswered; empty when there are too few to say. */
    curve: { day: number; share: number; low: number; high: number; atRisk: number }[];
    note: string;
  }[];
  exposure: { cause: string; unitDays: number; share: string }[];
  letters: { reference: string; subject: string; sent: string; state: string; days: string }[];
  contradictions: { subject: string; one: string; other: string; state: string }[];
}
