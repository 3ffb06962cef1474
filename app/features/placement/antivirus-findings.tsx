/** What an anti-virus check found, what does not agree first. */
import { ConfidenceBadge, StateBadge } from '../../ui/badge';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { ABOUT_WORDS, findingsInWords, STANDING_WORDS, worstFirst } from './antivirus-words';
import type { AntivirusFinding, Standing } from './check-antivirus';

const LOOK: Record<Standing, 'error' | 'open' | 'settled' | 'warning'> = {
  breaks: 'error',
  unproven: 'open',
  agrees: 'settled',
  beyond: 'warning',
};

export const AntivirusFindings = ({ findings }: { findings: AntivirusFinding[] }) => (
  <Panel title="Held against the maker and the clinical hours" flush>
    <p className="px-4 pb-2">{findingsInWords(findings)}</p>
    <TableRegion label="Findings">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">About</th>
            <th scope="col">Standing</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {worstFirst(findings).map(({ about, standing, text }) => (
            <tr key={`${about} ${text}`}>
              <th scope="row" className="font-medium">
                {ABOUT_WORDS[about]}
              </th>
              <td data-label="Standing">
                <StateBadge state={LOOK[standing]}>{STANDING_WORDS[standing]}</StateBadge>
              </td>
              <td data-label="Why">
                <LongText text={text} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  </Panel>
);

/** Why anybody holds settings against theatre lists. */
export const WhyAntivirus = () => (
  <p className="quiet max-w-4xl">
    Why this is checked: in the Merge Hemo case, reported in 2016, a catheterisation monitor went black during a
    procedure while anti-malware software ran its hourly scan; the maker said that its instructions on exclusions had
    not been followed. <ConfidenceBadge mark="V2" />
  </p>
);
