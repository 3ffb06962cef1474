import { Link } from '@remix-run/react';
import { Empty, Panel } from '../../ui/page';
import type { KnownVulnerability } from './known-vulnerabilities.server';

const SHOWN = 8;

/** Published vulnerabilities of a model, by advisory. */
export function VulnerabilitiesPanel(props: { modelId: string; vulnerabilities: KnownVulnerability[] }) {
  const { modelId, vulnerabilities } = props;
  const advisories = [...new Map(vulnerabilities.map((one) => [one.advisory, one])).values()];
  return (
    <Panel
      title="Published vulnerabilities"
      aside={
        <Link to={`/advisories?model=${modelId}&state=all`} className="inline-block min-h-6 underline">
          All advisories that name it
        </Link>
      }
    >
      {advisories.length === 0 ? (
        <Empty title="No advisory is on file.">That is not a statement that there is none.</Empty>
      ) : (
        <ul className="flex flex-col gap-3">
          {advisories.map(({ advisory, title }) => {
            const own = vulnerabilities.filter((one) => one.advisory === advisory);
            const page = own.find((one) => one.advisoryId)?.advisoryId;
            return (
              <li key={advisory}>
                <p>
                  <span className="font-mono">
                    {page ? (
                      <Link to={`/advisories/${page}`} className="inline-block min-h-6 underline">
                        {advisory}
                      </Link>
                    ) : (
                      advisory
                    )}
                  </span>{' '}
                  {title}
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
