/** A re-run as a row, and in words. */
import type { reruns } from '../../../db/schema/index.server';
import { chartOf } from '../../regulation/charts';
import { dateInWords } from '../../ui/time';
import type { RerunView } from './rerun-views';

export type RerunRow = typeof reruns.$inferSelect;

export function rerunView(row: RerunRow): RerunView {
  return {
    id: row.id,
    ...inWords(row),
    library: row.library,
    running: row.status === 'running',
    total: row.total,
    judged: row.judged,
    flipped: row.flipped,
    unreadable: row.unreadable,
    startedBy: row.startedByName,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

type Asked = Pick<RerunRow, 'mode' | 'asOf' | 'under'>;

/** What was asked for, in words. */
export function inWords({ mode, asOf, under }: Asked): { title: string; explained: string } {
  const day = dateInWords(asOf ?? '');
  if (mode === 'today') {
    return {
      title: `As of ${day}`,
      explained: `Each change judged with the editions in force on ${day}, the day it began.`,
    };
  }
  if (mode === 'day') {
    return {
      title: `As of ${day}`,
      explained: `Each change judged as if it were ${day}, with the editions in force then.`,
    };
  }
  const names = Object.entries(under).map(([id, edition]) => `${chartOf(id, edition)?.name ?? id}, ${edition}`);
  return {
    title: `Under ${names.join('; ')}`,
    explained: `Each change judged on the day of its own assessment, but under ${names.join(' and ')}.`,
  };
}
