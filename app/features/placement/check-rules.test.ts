import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleLine } from '../../../db/schema/placement.server';
import { type CheckedFlow, checkRules, type Otherwise } from './check-rules';
import { addressInWords, networkInWords, readNetwork } from './networks';
import { type PacketProtocol, PROTOCOLS } from './packets';

const flow = (over: Partial<CheckedFlow> = {}): CheckedFlow => ({
  ...{ id: 'f', peer: 'PACS', peerNetwork: '10.20.0.0/16', direction: 'out', protocol: 'tcp' },
  ...{ portFrom: 104, portTo: 104, clinical: true, ...over },
});
const rule = (over: Partial<RuleLine> = {}): RuleLine => ({
  ...{ action: 'allow', direction: 'out', protocol: 'tcp', portFrom: 104, portTo: 104, peer: '10.20.0.0/16', note: '' },
  ...over,
});
const verdictOf = (one: CheckedFlow, rules: RuleLine[], otherwise: Otherwise = 'deny') =>
  checkRules([one], rules, otherwise).flows[0]?.verdict;

describe('networks', () => {
  it.each([
    ['10.20.30.40/16', '10.20.0.0/16'],
    ['10.20.30.40', '10.20.30.40'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['FD00:0::1/8', 'fd00::/8'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.0.0/112', '10.1.0.0/16'],
    ['2001:db8::1', '2001:db8::1'],
  ])('%s is %s', (typed, spelled) => expect(networkInWords(typed)).toBe(spelled));

  it.each([
    '',
    'PACS',
    '10.1',
    '010.1.2.3',
    '0x7f000001',
    '10.1.2.3/33',
    '10.1.2.3/-1',
    '10.1.2.3/8/8',
    '256.1.1.1',
    'fe80::1%eth0',
    '1::2::3',
    '::/129',
  ])('%s is no network', (typed) => {
    expect(readNetwork(typed)).toBeNull();
    expect(networkInWords(typed)).toBeNull();
  });

  it('an address is not a network', () => {
    expect(addressInWords('10.1.2.3')).toBe('10.1.2.3');
    expect(addressInWords('10.1.2.3/32')).toBeNull();
    expect(addressInWords('10.1.2.0/24')).toBeNull();
  });
});

describe('a flow against rules', () => {
  it('passes, breaks, and falls to what happens otherwise', () => {
    expect(verdictOf(flow(), [rule()])).toBe('passes');
    expect(verdictOf(flow(), [rule({ portFrom: 105, portTo: 105 })])).toBe('breaks');
    expect(verdictOf(flow(), [rule({ direction: 'in' })])).toBe('breaks');
    expect(verdictOf(flow(), [rule({ protocol: 'udp' })])).toBe('breaks');
    expect(verdictOf(flow(), [], 'allow')).toBe('passes');
    expect(verdictOf(flow(), [], 'deny')).toBe('breaks');
    expect(verdictOf(flow(), [], '')).toBe('unproven');
  });

  it('the first rule that matches decides', () => {
    const deny = rule({ action: 'deny', protocol: 'any', portFrom: null, portTo: null, peer: 'any' });
    expect(verdictOf(flow(), [rule(), deny], 'deny')).toBe('passes');
    expect(verdictOf(flow(), [deny, rule()], 'allow')).toBe('breaks');
  });

  it('is unproven where a part of it passes only', () => {
    expect(verdictOf(flow({ portTo: 106 }), [rule()])).toBe('unproven');
    expect(verdictOf(flow(), [rule({ peer: '10.20.1.0/24' })])).toBe('unproven');
    expect(verdictOf(flow(), [rule({ peer: '10.20.0.0/17' }), rule({ peer: '10.20.128.0/17' })])).toBe('passes');
  });

  it('what is not said is never taken for no, and never for fine', () => {
    const silent = flow({ portFrom: null, portTo: null });
    expect(verdictOf(silent, [rule()])).toBe('unproven');
    expect(verdictOf(silent, [rule({ portFrom: null, portTo: null })])).toBe('passes');
    expect(verdictOf(flow({ peerNetwork: '' }), [rule()])).toBe('unproven');
    expect(verdictOf(flow({ peerNetwork: '' }), [rule({ peer: 'any' })])).toBe('passes');
    expect(verdictOf(flow({ protocol: 'any' }), [rule()])).toBe('unproven');
    expect(verdictOf(flow({ protocol: 'any' }), [rule(), rule({ protocol: 'udp' })])).toBe('passes');
    expect(verdictOf(flow({ protocol: 'any', portFrom: null, portTo: null }), [rule({ protocol: 'any' })])).toBe(
      'unproven',
    );
    // It could be anything, and nothing passes.
    expect(verdictOf(flow({ protocol: 'any', portFrom: null, portTo: null, peerNetwork: '' }), [])).toBe('breaks');
  });

  it('a rule that names a peer is sure of the same name only', () => {
    expect(verdictOf(flow({ peerNetwork: '' }), [rule({ peer: 'pacs' })])).toBe('passes');
    expect(verdictOf(flow(), [rule({ peer: 'Archive' })])).toBe('unproven');
    expect(verdictOf(flow(), [rule({ action: 'deny', peer: 'Internet' })], 'deny')).toBe('breaks');
    expect(verdictOf(flow(), [rule({ peer: 'Archive' })], 'allow')).toBe('passes');
  });

  it('keeps both families apart', () => {
    expect(verdictOf(flow({ peerNetwork: 'fd00::/64' }), [rule({ peer: 'fd00::/8' })])).toBe('passes');
    expect(verdictOf(flow({ peerNetwork: 'fd00::/64' }), [rule({ peer: '0.0.0.0/0' })])).toBe('breaks');
  });

  it('puts clinical flows first, and among them what breaks', () => {
    const flows = [
      flow({ id: 'office', clinical: false, portFrom: 9, portTo: 9 }),
      flow({ id: 'unsaid', clinical: null }),
      flow({ id: 'fine' }),
      flow({ id: 'broken', portFrom: 1, portTo: 1 }),
    ];
    expect(checkRules(flows, [rule()], 'deny').flows.map((one) => one.flow.id)).toEqual([
      'broken',
      'fine',
      'unsaid',
      'office',
    ]);
  });
});

describe('rules', () => {
  const verdicts = (flows: CheckedFlow[], rules: RuleLine[]) =>
    checkRules(flows, rules, 'deny').rules.map((one) => one.verdict);

  it('needed, perhaps needed, needed by nobody, shadowed', () => {
    const telnet = rule({ portFrom: 23, portTo: 23 });
    expect(verdicts([flow()], [rule(), telnet, rule()])).toEqual(['needed', 'unneeded', 'shadowed']);
    expect(verdicts([flow({ portFrom: null, portTo: null })], [rule()])).toEqual(['perhaps']);
    expect(verdicts([flow()], [rule({ peer: 'Archive' })])).toEqual(['perhaps']);
    expect(verdicts([], [rule()])).toEqual(['unneeded']);
  });

  it('is shadowed by several together, and says by which', () => {
    const rules = [
      rule({ peer: '10.20.0.0/17' }),
      rule({ peer: '10.20.128.0/17' }),
      rule({ portFrom: 9, portTo: 9 }),
      rule(),
    ];
    expect(checkRules([flow()], rules, 'deny').rules[3]).toMatchObject({ verdict: 'shadowed', shadowedBy: [0, 1] });
    expect(verdicts([], [rule({ peer: 'PACS' }), rule({ peer: 'pacs' }), rule()])).toEqual([
      'unneeded',
      'shadowed',
      'unneeded',
    ]);
    expect(verdicts([], [rule({ peer: 'any' }), rule({ peer: 'pacs' })])).toEqual(['unneeded', 'shadowed']);
  });
});

/* Packets one by one: slow and plain, to hold the boxes against. */

interface Packet {
  protocol: PacketProtocol;
  port: number;
  family: 4 | 6;
  address: bigint;
}

const BASE = { 4: 0x0a000000n, 6: 0xfdn << 120n } as const;
const PORTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 65535];
const ADDRESSES = ([4, 6] as const).flatMap((family) =>
  [0n, ...Array.from({ length: 9 }, (_, index) => BASE[family] + BigInt(index))].map((address) => ({
    family,
    address,
  })),
);
const PACKETS: Packet[] = PROTOCOLS.flatMap((protocol) =>
  (protocol === 'tcp' || protocol === 'udp' ? PORTS : [0]).flatMap((port) =>
    ADDRESSES.map((address) => ({ protocol, port, ...address })),
  ),
);

type Said = Pick<RuleLine, 'protocol' | 'portFrom' | 'portTo'>;
const ofKind = ({ protocol, portFrom, portTo }: Said, packet: Packet): boolean => {
  const ported = packet.protocol === 'tcp' || packet.protocol === 'udp';
  const right = protocol === 'any' ? portFrom === null || ported : protocol === packet.protocol;
  return right && (!ported || portFrom === null || (packet.port >= portFrom && packet.port <= (portTo ?? portFrom)));
};
const inNetwork = (text: string, { family, address }: Packet): boolean => {
  const range = readNetwork(text);
  return range !== null && range.family === family && address >= range.from && address <= range.to;
};

const NETWORKS = [
  '10.0.0.0/29',
  '10.0.0.0/30',
  '10.0.0.2/31',
  '10.0.0.5',
  'fd00::/126',
  'fd00::3',
  '0.0.0.0/0',
  '::/0',
];
const ported = fc
  .tuple(fc.constantFrom('tcp', 'udp', 'icmp', 'any'), fc.option(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(2))))
  .map(([protocol, ports]) => ({
    protocol: protocol as RuleLine['protocol'],
    portFrom: protocol === 'icmp' || !ports ? null : ports[0],
    portTo: protocol === 'icmp' || !ports ? null : ports[0] + ports[1],
  }));
const aRule = fc
  .tuple(ported, fc.constantFrom('allow', 'deny'), fc.constantFrom('any', 'PACS', 'Archive', ...NETWORKS))
  .map(([said, action, peer]) => rule({ ...said, action: action as 'allow', peer }));
const aFlow = fc
  .tuple(ported, fc.constantFrom('', ...NETWORKS))
  .map(([said, peerNetwork]) => flow({ ...said, peerNetwork }));

/** Everything that may become of a packet, as names of peers may stand for any address. */
function outcomesOf(packet: Packet, rules: RuleLine[], otherwise: Otherwise): Set<string> {
  const may = new Set<string>();
  for (const one of rules) {
    if (!ofKind(one, packet)) continue;
    const named = readNetwork(one.peer) === null && one.peer !== 'any';
    const sure = one.peer === 'any' || one.peer === 'PACS' || (!named && inNetwork(one.peer, packet));
    if (sure) return may.add(one.action);
    if (named) may.add(one.action);
  }
  return may.add(otherwise || 'unknown');
}

describe('rules that cut each other into a great many pieces', () => {
  it('end, are unproven, and leave none of them needless', () => {
    const crossing = Array.from({ length: 200 }, (_, n) =>
      rule({
        ...{ protocol: n % 2 === 0 ? 'tcp' : 'udp', action: n % 3 === 0 ? 'deny' : 'allow' },
        ...{ portFrom: n * 100, portTo: 60_000 - n * 100, peer: `${n + 1}.0.0.0/${8 + (n % 20)}` },
      }),
    );
    const open = Array.from({ length: 50 }, (_, n) =>
      flow({ id: `f${n}`, peer: 'somebody', peerNetwork: '', protocol: 'any', portFrom: null, portTo: null }),
    );
    const found = checkRules(open, crossing, 'deny');
    expect(found.flows.map(({ verdict }) => verdict)).toEqual(open.map(() => 'unproven'));
    expect(found.rules.filter(({ verdict }) => verdict === 'unneeded')).toEqual([]);
  });
});

describe('against packets one by one', () => {
  it('says of each flow what every packet it could be would meet', () => {
    fc.assert(
      fc.property(
        aFlow,
        fc.array(aRule, { maxLength: 6 }),
        fc.constantFrom('allow', 'deny', '' as const),
        (one, rules, otherwise) => {
          const outcomes = new Set<string>();
          for (const packet of PACKETS) {
            if (!ofKind(one, packet) || (one.peerNetwork !== '' && !inNetwork(one.peerNetwork, packet))) continue;
            for (const outcome of outcomesOf(packet, rules, otherwise as Otherwise)) outcomes.add(outcome);
          }
          const only = outcomes.size === 1 ? [...outcomes][0] : 'unknown';
          const expected = only === 'allow' ? 'passes' : only === 'deny' ? 'breaks' : 'unproven';
          expect(verdictOf(one, rules, otherwise as Otherwise)).toBe(expected);
        },
      ),
      { numRuns: 700 },
    );
  });

  it('calls a rule shadowed exactly when no packet is left for it', () => {
    const plain = aRule.filter(({ peer }) => peer !== 'PACS' && peer !== 'Archive');
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 6 }), (rules) => {
        const results = checkRules([], rules, 'deny').rules;
        const matches = (one: RuleLine, packet: Packet) =>
          ofKind(one, packet) && (one.peer === 'any' || inNetwork(one.peer, packet));
        for (const [place, one] of rules.entries()) {
          const left = PACKETS.some(
            (packet) => matches(one, packet) && !rules.slice(0, place).some((earlier) => matches(earlier, packet)),
          );
          expect(results[place]?.verdict === 'shadowed').toBe(!left);
        }
      }),
      { numRuns: 700 },
    );
  });

  it('gives every flow and every rule back, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(aFlow, { maxLength: 5 }), fc.array(aRule, { maxLength: 5 }), (flows, rules) => {
        const result = checkRules(flows, rules, 'deny');
        expect(result.flows).toHaveLength(flows.length);
        expect(result.rules.map((one) => one.rule)).toEqual(rules);
      }),
    );
  });
});
