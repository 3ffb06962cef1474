/** Networks and addresses of both families, as ranges of numbers that can be compared. Pure. */
import ipaddr from 'ipaddr.js';

export type Family = 4 | 6;

/** All addresses from the first to the last. */
export interface AddressRange {
  family: Family;
  from: bigint;
  to: bigint;
}

const BITS: Record<Family, number> = { 4: 32, 6: 128 };

/** Every address of a family. */
export const wholeFamily = (family: Family): AddressRange => ({
  family,
  from: 0n,
  to: (1n << BigInt(BITS[family])) - 1n,
});

/** Every address there is. */
export const EVERYWHERE: readonly AddressRange[] = [wholeFamily(4), wholeFamily(6)];

const numberOf = (address: ipaddr.IPv4 | ipaddr.IPv6): bigint =>
  address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

/** An address as people write it whole; shortened, octal and hexadecimal forms are refused, for they are read in two ways. */
function readAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (!text.includes(':') || text.includes('%') || !ipaddr.IPv6.isValid(text)) return null;
  return ipaddr.IPv6.parse(text);
}

interface Read extends AddressRange {
  address: ipaddr.IPv4 | ipaddr.IPv6;
  length: number;
}

/** The longest spelling of a network is shorter. */
const LONGEST = 60;

function read(text: string): Read | null {
  if (text.length > LONGEST) return null;
  const [address = '', length, ...more] = text.trim().split('/');
  if (more.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return null;
  let parsed = readAddress(address);
  if (!parsed) return null;
  let bits = length === undefined ? parsed.toByteArray().length * 8 : Number(length);
  if (parsed.kind() === 'ipv6' && (parsed as ipaddr.IPv6).isIPv4MappedAddress() && bits >= 96) {
    parsed = (parsed as ipaddr.IPv6).toIPv4Address();
    bits -= 96;
  }
  const family: Family = parsed.kind() === 'ipv4' ? 4 : 6;
  if (bits > BITS[family]) return null;
  const rest = (1n << BigInt(BITS[family] - bits)) - 1n;
  const number = numberOf(parsed);
  return { family, from: number & ~rest, to: number | rest, address: parsed, length: bits };
}

/** Reads an address or a network ("10.20.0.0/16", "fd00::/8"); null for anything else. Bits of the host are dropped. */
export function readNetwork(text: string): AddressRange | null {
  const found = read(text);
  return found && { family: found.family, from: found.from, to: found.to };
}

/** The usual spelling of an address or network; null when it is none. */
export function networkInWords(text: string): string | null {
  const found = read(text);
  if (!found) return null;
  if (found.length === BITS[found.family]) return found.address.toString();
  const bytes = Array.from({ length: BITS[found.family] / 8 }, (_, index) =>
    Number((found.from >> BigInt(BITS[found.family] - 8 * (index + 1))) & 255n),
  );
  return `${ipaddr.fromByteArray(bytes).toString()}/${found.length}`;
}

/** The usual spelling of a single address; null when it is none, or a network. */
export function addressInWords(text: string): string | null {
  const found = read(text);
  return found && found.length === BITS[found.family] && !text.includes('/') ? found.address.toString() : null;
}
