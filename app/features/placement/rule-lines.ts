/** Proposed firewall rules as they are typed or pasted, one a line, and back. Pure. */
import type { RuleLine } from '../../../db/schema/placement.server';
import { networkInWords } from './networks';
import { cellsOf, linesOf, portsInWords, readDirection, readPorts, readProtocol } from './ports';

/** Most rules one proposal holds: a table for one kind of device is short. */
export const MOST_RULES = 200;
const LONGEST_PEER = 200;
const LONGEST_NOTE = 500;

export type RuleReading = { ok: true; rules: RuleLine[] } | { ok: false; problems: string[] };

const ACTIONS: Readonly<Record<string, RuleLine['action']>> = {
  ...{ allow: 'allow', permit: 'allow', accept: 'allow', pass: 'allow' },
  ...{ deny: 'deny', drop: 'deny', block: 'deny', reject: 'deny' },
};

/** Reads "allow, out, tcp, 104, 10.20.0.0/16, note"; refusals name the line. A heading line is passed over. */
export function readRules(text: string): RuleReading {
  const problems: string[] = [];
  const rules: RuleLine[] = [];
  for (const { number, line } of linesOf(text)) {
    const [action = '', direction = '', protocol = '', ports = '', peer = '', ...note] = cellsOf(line);
    if (action.toLowerCase() === 'action') continue;
    const read = readRule({ action, direction, protocol, ports, peer, note: note.join(', ') });
    if (typeof read === 'string') problems.push(`Line ${number}: ${read}`);
    else rules.push(read);
  }
  if (rules.length > MOST_RULES) problems.push(`More than ${MOST_RULES} rules.`);
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, 10) } : { ok: true, rules };
}

/** A rule, or what is wrong with it. */
function readRule(
  cells: Record<'action' | 'direction' | 'protocol' | 'ports' | 'peer' | 'note', string>,
): RuleLine | string {
  const word = cells.action.toLowerCase();
  const action = Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
  if (!action) return 'begin with allow or deny.';
  const direction = readDirection(cells.direction);
  if (!direction) return 'the second part is the direction, out or in, seen from the device.';
  const protocol = readProtocol(cells.protocol);
  if (!protocol) return 'the protocol is tcp, udp, icmp or any.';
  const ports = readPorts(cells.ports);
  if (!ports) return 'ports are a number, a range such as 104-106, or any.';
  if (protocol === 'icmp' && ports !== 'none') return 'icmp has no ports.';
  if (cells.peer === '') return 'the fifth part is the peer: a network such as 10.20.0.0/16, a name, or any.';
  if (looksLikeNetwork(cells.peer) && !networkInWords(cells.peer)) return `“${cells.peer.slice(0, 60)}” is no network.`;
  if (cells.peer.length > LONGEST_PEER || cells.note.length > LONGEST_NOTE) return 'longer than a rule is.';
  return {
    action,
    direction,
    protocol,
    ...(ports === 'none' ? { portFrom: null, portTo: null } : { portFrom: ports.from, portTo: ports.to }),
    peer: networkInWords(cells.peer) ?? cells.peer,
    note: cells.note,
  };
}

/** A slip in a network is not to become the name of a peer. */
export const looksLikeNetwork = (text: string): boolean => /^[\da-f.:/]*[.:/][\da-f.:/]*$/i.test(text.trim());

/** A rule as a line that reads back to the same. */
export const ruleLine = ({ action, direction, protocol, portFrom, portTo, peer, note }: RuleLine): string =>
  [action, direction, protocol, portsInWords(portFrom, portTo, 'any').replace('–', '-'), peer, ...(note ? [note] : [])]
    .map((cell) => cell.replaceAll(/[\t\n;]/g, ' '))
    .join('; ');
