/** Direction, protocol and ports as people write them, and how they are shown. Pure. */
import type { FlowDirection, FlowProtocol } from '../../../db/schema/placement.server';
import { LAST_PORT } from './packets';

const DIRECTIONS: Readonly<Record<string, FlowDirection>> = {
  ...{ out: 'out', outbound: 'out', outgoing: 'out', egress: 'out', from: 'out', '->': 'out', '→': 'out' },
  ...{ in: 'in', inbound: 'in', incoming: 'in', ingress: 'in', to: 'in', '<-': 'in', '←': 'in' },
};

/** Direction, seen from the device: "out" is what the device begins. Null for anything else. */
export const readDirection = (text: string): FlowDirection | null => {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(DIRECTIONS, word) ? (DIRECTIONS[word] ?? null) : null;
};

/** A protocol; empty, "any" and "ip" are "any". Null for anything else. */
export function readProtocol(text: string): FlowProtocol | null {
  const word = text.trim().toLowerCase();
  if (['', 'any', 'all', 'ip', '*', '?'].includes(word)) return 'any';
  if (word === 'icmpv6' || word === 'ping') return 'icmp';
  return word === 'tcp' || word === 'udp' || word === 'icmp' ? word : null;
}

export type Ports = { from: number; to: number } | 'none';

/** "104", "104-106" or "104:106"; empty, "any" and "*" name none. Null for anything else. */
export function readPorts(text: string): Ports | null {
  const word = text.trim().toLowerCase();
  if (['', 'any', 'all', '*', '?', '-'].includes(word)) return 'none';
  const match = /^(\d{1,5})(?:\s*[-–:]\s*(\d{1,5}))?$/.exec(word);
  if (!match) return null;
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : Number(match[2]);
  return from <= to && to <= LAST_PORT ? { from, to } : null;
}

export const portsInWords = (from: number | null, to: number | null, none: string): string =>
  from === null ? none : to === null || to === from ? String(from) : `${from}–${to}`;

export const DIRECTION_WORDS: Record<FlowDirection, string> = { out: 'device → peer', in: 'peer → device' };

/** Cells of a pasted line: apart by tabs, else by semicolons, else by commas. Quotation marks around a cell go. */
export function cellsOf(line: string): string[] {
  const apart = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
  return line.split(apart).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .trim(),
  );
}

/** Lines with something on them and their numbers; a line that begins with # is a remark. */
export const linesOf = (text: string): { number: number; line: string }[] =>
  text
    .split('\n')
    .map((line, index) => ({ number: index + 1, line: line.trim() }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
