/** The fewest rules that a model's communication matrix needs, as a table to print or to type into a firewall. */

import { shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import type { LeastRules } from './least-rules';
import { DIRECTION_WORDS, portsInWords } from './ports';

export function LeastRulesPanel({ least }: { least: LeastRules }) {
  const { rules, unwritten } = least;
  return (
    <Panel title="The fewest rules it needs" flush>
      <TableRegion label="The fewest rules it needs">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Who begins</th>
              <th scope="col">Protocol</th>
              <th scope="col">Ports</th>
              <th scope="col">Peer</th>
              <th scope="col">For</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
              <tr key={place}>
                <th scope="row" className="font-medium whitespace-nowrap">
                  {place + 1}. {rule.action}
                </th>
                <td data-label="Who begins">{DIRECTION_WORDS[rule.direction]}</td>
                <td data-label="Protocol">{rule.protocol}</td>
                <td data-label="Ports">
                  {rule.protocol === 'icmp' ? '–' : portsInWords(rule.portFrom, rule.portTo, '–')}
                </td>
                <td data-label="Peer" className="font-mono">
                  {rule.peer}
                </td>
                <td data-label="For">{shorten(rule.note, 120)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" className="font-medium whitespace-nowrap">
                {rules.length + 1}. deny
              </th>
              <td data-label="Who begins">both</td>
              <td data-label="Protocol">any</td>
              <td data-label="Ports">–</td>
              <td data-label="Peer">any</td>
              <td data-label="For">whatever no rule names</td>
            </tr>
          </tbody>
        </table>
      </TableRegion>
      {unwritten.length > 0 ? (
        <p className="px-4 py-2">
          No rule can be written for{' '}
          {unwritten
            .slice(0, 10)
            .map(({ flow, missing }) => `${shorten(flow.peer, 60)} (not said: ${missing.join(', ')})`)
            .join('; ')}
          {unwritten.length > 10 ? ` and ${unwritten.length - 10} more` : ''}. Under these rules they would break.
        </p>
      ) : null}
    </Panel>
  );
}
