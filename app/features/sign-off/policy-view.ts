/** What the pages of sign-off policies show. */
import type { Kept } from '../changes/posted';

export interface PreviewRow {
  id: string;
  reference: string;
  title: string;
  status: string;
  /** Places in words. */
  added: string[];
  removed: string[];
}

export interface PolicyPreview {
  /** Changes looked at, the newest first, of `total` under way. */
  looked: number;
  total: number;
  /** Changes whose route would be another. */
  differing: number;
  /** How many changes would gain or lose a place, by its name. */
  gains: Record<string, number>;
  losses: Record<string, number>;
  /** The first hundred of them. */
  rows: PreviewRow[];
}

export interface RuleView {
  id: string;
  slot: string;
  /** Empty: every change. */
  conditions: string[];
  because: string;
}

export interface PolicyView {
  number: number;
  current: number;
  rules: RuleView[];
  approvalDays: { tier: string; days: number }[];
  emergencyHours: number;
  courses: string[];
  trailReviewDays: number;
  versions: { number: number; by: string; at: string; note: string }[];
  maySet: boolean;
}

/** A policy to be edited. */
export interface PolicyFormView {
  /** Number of the policy that is in force. */
  version: number;
  /** Number of the one the fields are filled from. */
  from: number;
  fields: Kept;
}
