/** Sets of packets as boxes: one protocol, a range of ports, a range of addresses. Pure. */
import type { AddressRange } from './networks';

export const PROTOCOLS = ['tcp', 'udp', 'icmp', 'other'] as const;
export type PacketProtocol = (typeof PROTOCOLS)[number];

/** Protocols without ports hold the whole range, so that they are matched whole or not at all. */
export interface Box {
  protocol: PacketProtocol;
  portFrom: number;
  portTo: number;
  address: AddressRange;
}

export const LAST_PORT = 65_535;

// Math.max and Math.min do not take integers of this size.
const later = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const earlier = (a: bigint, b: bigint): bigint => (a > b ? b : a);

/** What two boxes share; null for nothing. */
export function overlap(a: Box, b: Box): Box | null {
  if (a.protocol !== b.protocol || a.address.family !== b.address.family) return null;
  const [portFrom, portTo] = [Math.max(a.portFrom, b.portFrom), Math.min(a.portTo, b.portTo)];
  const from = later(a.address.from, b.address.from);
  const to = earlier(a.address.to, b.address.to);
  if (portFrom > portTo || from > to) return null;
  return { protocol: a.protocol, portFrom, portTo, address: { family: a.address.family, from, to } };
}

/** What is left of a box when another is taken out of it: at most four boxes. */
export function without(box: Box, taken: Box): Box[] {
  const shared = overlap(box, taken);
  if (!shared) return [box];
  const { address } = box;
  const left: Box[] = [];
  if (address.from < shared.address.from) {
    left.push({ ...box, address: { ...address, to: shared.address.from - 1n } });
  }
  if (address.to > shared.address.to) left.push({ ...box, address: { ...address, from: shared.address.to + 1n } });
  const middle = { ...box, address: shared.address };
  if (box.portFrom < shared.portFrom) left.push({ ...middle, portTo: shared.portFrom - 1 });
  if (box.portTo > shared.portTo) left.push({ ...middle, portFrom: shared.portTo + 1 });
  return left;
}

/** The boxes that protocol and ports stand for, at these addresses. A port makes it TCP or UDP. */
export function boxesOf(
  said: { protocol: 'tcp' | 'udp' | 'icmp' | 'any'; portFrom: number | null; portTo: number | null },
  addresses: readonly AddressRange[],
): Box[] {
  const ported = said.portFrom !== null;
  const protocols: readonly PacketProtocol[] =
    said.protocol !== 'any' ? [said.protocol] : ported ? ['tcp', 'udp'] : PROTOCOLS;
  return protocols.flatMap((protocol) =>
    addresses.map((address): Box => {
      const counts = protocol === 'tcp' || protocol === 'udp';
      const [portFrom, portTo] = counts
        ? [said.portFrom ?? 0, said.portTo ?? said.portFrom ?? LAST_PORT]
        : [0, LAST_PORT];
      return { protocol, portFrom, portTo, address };
    }),
  );
}
