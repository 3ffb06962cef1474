/** What is in a file, for people to read in a terminal. */
import type { Problem } from '../readers/records';

interface Printed {
  file: string;
  format: string;
  valid: boolean;
  errors: Problem[];
  warnings: Problem[];
  [fact: string]: unknown;
}

const MOST_LISTED = 10;

export function readableFile({ file, format, valid, errors, warnings, ...facts }: Printed): string {
  const lines = [`${plain(file)}: ${plain(format)}, ${valid ? 'valid' : 'NOT VALID'}`];
  for (const [key, value] of Object.entries(facts)) lines.push(...factLines(key, value));
  lines.push(...listed('errors', errors.map(problemWords)), ...listed('warnings', warnings.map(problemWords)));
  return `${lines.join('\n')}\n\n`;
}

const problemWords = ({ place, rule, message }: Problem): string =>
  plain(`${place ? `${place}: ` : ''}${message}${rule ? ` [${rule}]` : ''}`);

function factLines(key: string, value: unknown): string[] {
  const name = key.replaceAll('_', ' ');
  if (Array.isArray(value)) return value.length > 0 ? listed(name, value.map(words)) : [];
  return value === null || value === '' ? [] : [`  ${name}: ${words(value)}`];
}

function listed(name: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const more = all.length > MOST_LISTED ? [`    and ${all.length - MOST_LISTED} more`] : [];
  return [`  ${name} (${all.length}):`, ...all.slice(0, MOST_LISTED).map((one) => `    ${one}`), ...more];
}

function words(value: unknown): string {
  if (typeof value !== 'object' || value === null) return plain(String(value));
  return plain(
    Object.values(value)
      .filter((one) => one !== '' && one !== null && !(Array.isArray(one) && one.length === 0))
      .map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)))
      .join(', '),
  );
}

/** Text from outside could tell the terminal what to do: control characters are left out. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
