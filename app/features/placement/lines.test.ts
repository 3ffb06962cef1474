import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckedFlow, checkRules } from './check-rules';
import { readFlows } from './flow-form';
import { leastRules } from './least-rules';
import { networkInWords } from './networks';
import { readRules, ruleLine } from './rule-lines';

describe('rules as lines', () => {
  it('reads what people paste, whatever stands between', () => {
    const lines = [
      'action,direction,protocol,ports,peer',
      'permit,out,TCP,104-106,10.20.0.9/16,"images, all"',
      '# later',
      'drop\tin\tany\tany\tany',
    ];
    expect(readRules(lines.join('\n'))).toEqual({
      ok: true,
      rules: [
        {
          action: 'allow',
          direction: 'out',
          protocol: 'tcp',
          portFrom: 104,
          portTo: 106,
          peer: '10.20.0.0/16',
          note: '"images, all"',
        },
        { action: 'deny', direction: 'in', protocol: 'any', portFrom: null, portTo: null, peer: 'any', note: '' },
      ],
    });
  });

  it.each([
    ['maybe; out; tcp; 1; any', /allow or deny/],
    ['allow; up; tcp; 1; any', /direction/],
    ['allow; out; gre; 1; any', /protocol/],
    ['allow; out; tcp; 99999; any', /ports/],
    ['allow; out; tcp; 9-1; any', /ports/],
    ['allow; out; icmp; 8; any', /icmp/],
    ['allow; out; tcp; 1', /peer/],
    ['allow; out; tcp; 1; 10.20.0.0/40', /no network/],
    ['constructor; out; tcp; 1; any', /allow or deny/],
  ])('refuses %s', (line, why) => {
    const read = readRules(`\n${line}`);
    expect(read).toMatchObject({ ok: false, problems: [expect.stringMatching(/^Line 2: /)] });
    expect(read.ok ? '' : read.problems[0]).toMatch(why);
  });

  it('writes a rule so that it reads back to the same', () => {
    const peer = fc.constantFrom('any', 'PACS', '10.0.0.0/8', 'fd00::/8');
    const port = fc.option(fc.tuple(fc.integer({ min: 0, max: 65535 }), fc.integer({ min: 0, max: 65535 })));
    fc.assert(
      fc.property(
        fc.constantFrom('tcp', 'udp', 'any'),
        fc.constantFrom('in', 'out'),
        peer,
        port,
        (protocol, direction, to, span) => {
          const ports = span
            ? { portFrom: Math.min(...span), portTo: Math.max(...span) }
            : { portFrom: null, portTo: null };
          const rule = { action: 'allow', direction, protocol, ...ports, peer: to, note: 'why' } as const;
          expect(readRules(ruleLine(rule as never))).toEqual({ ok: true, rules: [rule] });
        },
      ),
    );
  });
});

describe('flows as lines', () => {
  it('keeps silence apart from no', () => {
    const read = readFlows(
      'Peer;Network;Direction;Protocol;Ports;Purpose;Clinical\nPACS;10.20.0.0/16;out;tcp;104;images;yes\nDNS;;out;;;;',
    );
    expect(read).toEqual({
      ok: true,
      flows: [
        {
          peer: 'PACS',
          peerNetwork: '10.20.0.0/16',
          direction: 'out',
          protocol: 'tcp',
          portFrom: 104,
          portTo: 104,
          purpose: 'images',
          clinical: true,
          seenOn: null,
        },
        {
          peer: 'DNS',
          peerNetwork: '',
          direction: 'out',
          protocol: 'any',
          portFrom: null,
          portTo: null,
          purpose: '',
          clinical: null,
          seenOn: null,
        },
      ],
    });
  });

  it('names every line that is wrong', () => {
    const read = readFlows(
      [
        'PACS;x;out;tcp;104',
        ';;out',
        'A;;sideways',
        'B;;out;tcp;70000',
        'C;;in;tcp;1;why;perhaps',
        'D,,out,tcp,1,a,yes,b',
      ].join('\n'),
    );
    expect(read.ok ? [] : read.problems.map((one) => one.slice(0, 7))).toEqual([
      'Line 1:',
      'Line 2:',
      'Line 3:',
      'Line 4:',
      'Line 5:',
      'Line 6:',
    ]);
  });
});

describe('the fewest rules', () => {
  const network = fc.constantFrom('', '10.0.0.0/30', '10.0.0.0/31', '10.0.0.1', 'fd00::/64');
  const ports = fc.option(fc.tuple(fc.nat(3), fc.nat(2)));
  const flow = fc
    .record({ network, ports, direction: fc.constantFrom('in', 'out'), clinical: fc.option(fc.boolean()) })
    .map(
      (one): CheckedFlow => ({
        ...{ id: '', peer: 'x', peerNetwork: one.network, protocol: 'tcp', clinical: one.clinical },
        direction: one.direction as 'in',
        ...(one.ports
          ? { portFrom: one.ports[0], portTo: one.ports[0] + one.ports[1] }
          : { portFrom: null, portTo: null }),
      }),
    );

  it('let every flow through that is said whole, and none of them is needless', () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 6 }), (given) => {
        const flows = given.map((one, index) => ({ ...one, id: String(index) }));
        const { rules, unwritten } = leastRules(flows);
        const silent = new Set(unwritten.map((one) => one.flow.id));
        const result = checkRules(flows, rules, 'deny');
        for (const one of result.flows) if (!silent.has(one.flow.id)) expect(one.verdict).toBe('passes');
        expect(result.rules.filter(({ verdict }) => verdict === 'shadowed' || verdict === 'unneeded')).toEqual([]);
        expect(silent.size).toBe(flows.filter((one) => one.peerNetwork === '' || one.portFrom === null).length);
      }),
    );
  });

  it('takes the network from the name of the peer where only that says it', () => {
    const { rules } = leastRules([
      {
        id: 'a',
        peer: '10.1.2.3/24',
        peerNetwork: '',
        direction: 'out',
        protocol: 'icmp',
        portFrom: null,
        portTo: null,
        clinical: null,
      },
    ]);
    expect(rules).toMatchObject([{ peer: networkInWords('10.1.2.0/24'), protocol: 'icmp' }]);
  });
});
