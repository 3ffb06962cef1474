/** The state of a letter as a badge: a word, a shape, a colour. */
import { StateBadge } from '../../ui/badge';
import { LETTER_STATUS_LABELS, type LetterStatus } from './letter-status';

const LOOKS: Record<LetterStatus, Parameters<typeof StateBadge>[0]['state']> = {
  draft: 'plain',
  approved: 'info',
  issued: 'warning',
  sent: 'info',
  delivered: 'info',
  bounced: 'error',
  acknowledged: 'info',
  answered: 'settled',
  closed: 'plain',
  withdrawn: 'plain',
};

export const LetterState = ({ status }: { status: LetterStatus }) => (
  <StateBadge state={LOOKS[status]}>{LETTER_STATUS_LABELS[status]}</StateBadge>
);

/** What an answered letter still waits for: its answer has met the two earlier dates. */
export const waitedFor = (status: LetterStatus): string => (status === 'answered' ? 'fix or plan ' : '');

/** "in 3 days", "today", "2 days overdue": calendar days, beside the date itself. */
export function dueInWords(due: string, today: string): string {
  const days = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  if (days === 0) return 'today';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `in ${count}` : `${count} overdue`;
}
