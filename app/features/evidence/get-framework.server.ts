/** A framework as its page shows it: each line with what there is now. */
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { countEvidence } from './count-evidence.server';
import { EVIDENCE_KINDS } from './evidence-kinds';
import { FRAMEWORKS, frameworkOf } from './frameworks';

export type LineState = 'evidenced' | 'built_in' | 'not_evidenced';

export interface ShownLine {
  clause: string;
  asks: string;
  feature: string;
  state: LineState;
  /** Why nothing of it is here. */
  outside: string;
  /** What shows it; no address where the reader may not look. */
  records: { label: string; count: number; to: string | null }[];
}

export interface FrameworkPage {
  id: string;
  title: string;
  applies: string;
  lines: ShownLine[];
}

/** Null when there is no such framework. */
export async function getFramework(actor: Actor, id: string): Promise<FrameworkPage | null> {
  const framework = frameworkOf(id);
  if (!framework) return null;
  const counts = await countEvidence(actor, [...new Set(framework.lines.flatMap(({ shows }) => shows))]);
  const lines = framework.lines.map(({ clause, asks, feature, shows, outside = '' }): ShownLine => {
    const records = shows.map((key) => {
      const { label, to, permission } = EVIDENCE_KINDS[key];
      return { label, count: counts[key], to: can(actor, permission) ? to : null };
    });
    const there = records.some(({ count }) => count > 0);
    const state = there ? 'evidenced' : shows.length === 0 && !outside ? 'built_in' : 'not_evidenced';
    return { clause, asks, feature, state, outside, records };
  });
  const { title, applies } = framework;
  return { id: framework.id, title, applies, lines };
}

export const listFrameworks = () =>
  FRAMEWORKS.map(({ id, title, applies, lines }) => ({ id, title, applies, lines: lines.length }));
