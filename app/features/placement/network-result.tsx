/** What a firewall check found: flows first, clinical ones before others, then rule by rule. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import type { FlowResult, FlowVerdict, Otherwise, RuleResult, RulesResult, RuleVerdict } from './check-rules';
import { FLOW_VERDICTS, ruleVerdict, summaryInWords, whyFlow } from './check-words';
import { ClinicalBadge, PeerText, WayText } from './flow-words';
import { DIRECTION_WORDS, portsInWords } from './ports';

const FLOW_LOOK: Record<FlowVerdict, 'error' | 'open' | 'settled'> = {
  breaks: 'error',
  unproven: 'open',
  passes: 'settled',
};
const RULE_LOOK: Record<RuleVerdict, 'plain' | 'open' | 'warning'> = {
  needed: 'plain',
  perhaps: 'open',
  unneeded: 'warning',
  shadowed: 'warning',
};

export function NetworkResult(props: { result: RulesResult; otherwise: Otherwise; modelId: string }) {
  const { result, otherwise, modelId } = props;
  const peers = new Map(result.flows.map(({ flow }) => [flow.id, flow.peer]));
  return (
    <>
      <Panel title="Flows" flush>
        <p className="px-4 pb-2">{summaryInWords(result)}</p>
        <FlowResults flows={result.flows} otherwise={otherwise} />
        <p className="quiet px-4 py-2">
          Held against what is <Link to={`/devices/${modelId}/network`}>declared</Link>; it proves nothing about
          connections that nobody declared. Replies to a connection that passes are taken to pass.
        </p>
      </Panel>
      <Panel title="Rules" flush>
        <RuleResults rules={result.rules} peers={peers} />
      </Panel>
    </>
  );
}

const FlowResults = ({ flows, otherwise }: { flows: FlowResult[]; otherwise: Otherwise }) => (
  <TableRegion label="Flows">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Peer</th>
          <th scope="col">Who begins, protocol, ports</th>
          <th scope="col">Clinical</th>
          <th scope="col">Under the rules</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {flows.map((one) => (
          <tr key={one.flow.id}>
            <th scope="row" className="font-medium">
              <PeerText {...one.flow} />
            </th>
            <td data-label="Who begins, protocol, ports">
              <WayText flow={one.flow} />
            </td>
            <td data-label="Clinical">
              <ClinicalBadge clinical={one.flow.clinical} />
            </td>
            <td data-label="Under the rules">
              <StateBadge state={FLOW_LOOK[one.verdict]}>{FLOW_VERDICTS[one.verdict]}</StateBadge>
            </td>
            <td data-label="Why">{whyFlow(one, otherwise)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);

const RuleResults = ({ rules, peers }: { rules: RuleResult[]; peers: Map<string, string> }) => (
  <TableRegion label="Rules">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Who begins, protocol, ports</th>
          <th scope="col">Peer</th>
          <th scope="col">Held against the matrix</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ rule, verdict, flows, perhaps, shadowedBy }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place, and two may be alike
          <tr key={place}>
            <th scope="row" className="font-medium whitespace-nowrap">
              {place + 1}. {rule.action}
            </th>
            <td data-label="Who begins, protocol, ports">
              {DIRECTION_WORDS[rule.direction]}
              <span className="block font-mono">
                {rule.protocol} {rule.protocol === 'icmp' ? '' : portsInWords(rule.portFrom, rule.portTo, 'all ports')}
              </span>
            </td>
            <td data-label="Peer">
              {shorten(rule.peer, 80)}
              {rule.note ? <span className="quiet block">{shorten(rule.note, 120)}</span> : null}
            </td>
            <td data-label="Held against the matrix">
              <StateBadge state={RULE_LOOK[verdict]}>{ruleVerdict(verdict, rule.action === 'deny')}</StateBadge>
            </td>
            <td data-label="By">
              {shadowedBy.length > 0
                ? shadowedBy.map((earlier) => `rule ${earlier + 1}`).join(', ')
                : namesOf([...flows, ...perhaps], peers)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);

/** Peers by name, each once, a handful. */
function namesOf(ids: readonly string[], peers: Map<string, string>): string {
  const names = [...new Set(ids.map((id) => shorten(peers.get(id) ?? '', 40)))];
  const more = names.length - 6;
  return names.slice(0, 6).join(', ') + (more > 0 ? ` and ${more} more` : '') || '–';
}
