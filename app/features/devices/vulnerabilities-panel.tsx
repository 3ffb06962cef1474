import { Empty, Panel } from '../../ui/page';
import type { KnownVulnerability } from './known-vulnerabilities.server';

const SHOWN = 8;

/** Published vulnerabilities of a model, by advisory. */
export function VulnerabilitiesPanel({ vulnerabilities }: { vulnerabilities: KnownVulnerability[] }) {
  const advisories = [...new Map(vulnerabilities.map((one) => [one.advisory, one])).values()];
  return (
    <Panel
      title="Published vulnerabilities"
      aside={<span className="quiet">{vulnerabilities.length > 0 ? vulnerabilities.length : 'none on file'}</span>}
    >
      {advisories.length === 0 ? (
        <Empty title="No advisory is on file.">That is not a statement that there is none.</Empty>
      ) : (
        <ul className="flex flex-col gap-3">
          {advisories.map(({ advisory, title }) => {
            const own = vulnerabilities.filter((one) => one.advisory === advisory);
            return (
              <li key={advisory}>
                <p>
                  <span className="font-mono">{advisory}</span> {title}
                </p>
                <p className="quiet">
                  {own
                    .slice(0, SHOWN)
                    .map(({ cve }) => cve)
                    .join(', ')}
                  {own.length > SHOWN ? ` and ${own.length - SHOWN} more` : ''}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
