/** The forms of the communication matrix: one flow, or many pasted lines. */
import { z } from 'zod';
import type { FlowDirection, FlowProtocol } from '../../../db/schema/placement.server';
import { versionField } from '../devices/model-form';
import { sourceFields } from '../provenance/source';
import { type FactField, textFact } from '../provenance/statements';
import { optionalDate, optionalText, requiredText } from '../text-input';
import { networkInWords } from './networks';
import { cellsOf, DIRECTION_WORDS, linesOf, portsInWords, readDirection, readPorts, readProtocol } from './ports';

export interface FlowValues {
  peer: string;
  peerNetwork: string;
  direction: FlowDirection;
  protocol: FlowProtocol;
  portFrom: number | null;
  portTo: number | null;
  purpose: string;
  clinical: boolean | null;
  seenOn: string | null;
}

export const FLOW_FIELDS = [
  { field: 'peer', label: 'Peer', of: ({ peer }) => textFact(peer) },
  { field: 'peerNetwork', label: 'Network of the peer', of: ({ peerNetwork }) => textFact(peerNetwork) },
  { field: 'direction', label: 'Direction', of: ({ direction }) => DIRECTION_WORDS[direction] },
  { field: 'protocol', label: 'Protocol', of: ({ protocol }) => (protocol === 'any' ? 'not said' : protocol) },
  { field: 'ports', label: 'Ports', of: ({ portFrom, portTo }) => portsInWords(portFrom, portTo, 'not said') },
  { field: 'purpose', label: 'Purpose', of: ({ purpose }) => textFact(purpose) },
  { field: 'clinical', label: 'Clinical', of: ({ clinical }) => clinical },
  { field: 'seenOn', label: 'Seen on the wire', of: ({ seenOn }) => seenOn },
] as const satisfies readonly FactField<FlowValues>[];

const YES_NO: Readonly<Record<string, boolean | null>> = {
  ...{ yes: true, y: true, true: true, no: false, n: false, false: false },
  ...{ '': null, 'not said': null, '?': null, unknown: null },
};

const network = optionalText().transform((text, context) => {
  if (text === '') return '';
  const spelled = networkInWords(text);
  if (spelled) return spelled;
  context.addIssue({ code: 'custom', message: 'Give a network such as 10.20.0.0/16 or fd00::/64, or one address.' });
  return z.NEVER;
});

const ports = optionalText().transform((text, context) => {
  const read = readPorts(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'Give a port, or a range such as 104-106, between 0 and 65535.' });
  return z.NEVER;
});

export const FlowForm = z
  .object({
    version: versionField.optional(),
    peer: requiredText('Say who is at the other end.'),
    peerNetwork: network,
    direction: z.enum(['out', 'in'], { error: 'Say which side begins.' }),
    protocol: z.enum(['tcp', 'udp', 'icmp', 'any'], { error: 'Choose from the list.' }),
    ports,
    purpose: optionalText(),
    clinical: z.enum(['yes', 'no', ''], { error: 'Choose from the list.' }).optional(),
    seenOn: optionalDate(),
    ...sourceFields,
  })
  .refine(({ protocol, ports: given }) => protocol !== 'icmp' || given === 'none', {
    path: ['ports'],
    message: 'ICMP has no ports.',
  });
export type FlowInput = z.output<typeof FlowForm>;

/** The values in a parsed form. */
export const flowValues = (input: FlowInput): FlowValues => ({
  peer: input.peer,
  peerNetwork: input.peerNetwork,
  direction: input.direction,
  protocol: input.protocol,
  ...(input.ports === 'none'
    ? { portFrom: null, portTo: null }
    : { portFrom: input.ports.from, portTo: input.ports.to }),
  purpose: input.purpose,
  clinical: input.clinical ? input.clinical === 'yes' : null,
  seenOn: input.seenOn,
});

/** Most lines one form takes. */
export const MOST_FLOWS = 500;

export type FlowReading = { ok: true; flows: FlowValues[] } | { ok: false; problems: string[] };

/** Reads lines "peer; network; direction; protocol; ports; purpose; clinical"; refusals name the line. */
export function readFlows(text: string): FlowReading {
  const problems: string[] = [];
  const flows: FlowValues[] = [];
  for (const { number, line } of linesOf(text)) {
    const cells = cellsOf(line);
    if (cells[0]?.toLowerCase() === 'peer') continue;
    const read = readFlow(cells);
    if (typeof read === 'string') problems.push(`Line ${number}: ${read}`);
    else flows.push(read);
  }
  if (flows.length > MOST_FLOWS) problems.push(`More than ${MOST_FLOWS} lines. Add them in several steps.`);
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, 20) } : { ok: true, flows };
}

function readFlow(cells: readonly string[]): FlowValues | string {
  const [peer = '', at = '', way = '', kind = '', numbers = '', purpose = '', weight = ''] = cells;
  if (cells.length > 7)
    return 'more than seven parts; put a comma inside a part only where the parts are apart by semicolons.';
  if (peer === '') return 'no peer.';
  const peerNetwork = at === '' ? '' : networkInWords(at);
  if (peerNetwork === null) return `“${at.slice(0, 60)}” is no network.`;
  const direction = readDirection(way);
  if (!direction) return 'the third part is the direction, out or in, seen from the device.';
  const protocol = readProtocol(kind);
  if (!protocol) return 'the protocol is tcp, udp or icmp; leave it empty where nobody said.';
  const read = readPorts(numbers);
  if (!read) return 'ports are a number or a range such as 104-106; leave them empty where nobody said.';
  if (protocol === 'icmp' && read !== 'none') return 'icmp has no ports.';
  const word = weight.toLowerCase();
  if (!Object.hasOwn(YES_NO, word)) return 'clinical is yes or no; leave it empty where nobody said.';
  return {
    ...{ peer, peerNetwork, direction, protocol, purpose, seenOn: null, clinical: YES_NO[word] ?? null },
    ...(read === 'none' ? { portFrom: null, portTo: null } : { portFrom: read.from, portTo: read.to }),
  };
}

export const PasteForm = z.object({
  lines: requiredText('Paste at least one line.').transform((text, context) => {
    const read = readFlows(text);
    if (read.ok && read.flows.length > 0) return read.flows;
    for (const message of read.ok ? ['There is only a heading.'] : read.problems) {
      context.addIssue({ code: 'custom', message });
    }
    return z.NEVER;
  }),
  ...sourceFields,
});
export type PasteInput = z.output<typeof PasteForm>;
