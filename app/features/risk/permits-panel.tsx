/** The change permits made of a change. */
import { Link } from '@remix-run/react';
import { Panel } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import type { RiskPage } from './risk-view';

export const PermitsPanel = ({ page }: { page: RiskPage }) => (
  <Panel
    id="permits"
    title="Change permits"
    aside={
      page.may.permit ? (
        <Link className="btn btn-sm no-print" to={`/changes/${page.change.id}/risk/permit`}>
          Make a change permit
        </Link>
      ) : null
    }
  >
    {page.permits.length === 0 ? (
      <p className="quiet">
        None. A permit allows a class of routine changes within stated limits, so that each needs no analysis of its own
        (IEC 80001-1).
      </p>
    ) : (
      <ul>
        {page.permits.map(({ id, reference, by, at }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-2 border-t border-base-300 py-2 first:border-0"
          >
            <span>
              {reference}
              <span className="quiet block text-[0.93em]">
                {by}, {timeInWords(at)}
              </span>
            </span>
            <a className="btn btn-sm" href={`/files/documents/${id}.pdf`} aria-label={`Download ${reference} as PDF`}>
              PDF
            </a>
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
