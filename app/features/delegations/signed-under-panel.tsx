/** What was signed under a delegation or an exception. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { TimeText } from '../../ui/time';
import type { SignedUnder } from './signed-under.server';

export const SignedUnderPanel = ({ signed }: { signed: SignedUnder[] }) => (
  <Panel title="Signed under it">
    {signed.length === 0 ? (
      <p className="quiet">Nothing yet.</p>
    ) : (
      <ul className="flex flex-col gap-2">
        {signed.map((one) => (
          <li key={one.id} className="border-t border-base-300 pt-2 first:border-0 first:pt-0">
            <p className="flex flex-wrap items-center gap-x-2">
              <Link to={`/changes/${one.changeId}`} className="font-mono">
                {one.reference}
              </Link>
              <span className="min-w-0 break-words">{one.title}</span>
              {one.voided ? <StateBadge state="plain">fell</StateBadge> : null}
            </p>
            <p className="quiet text-[0.93em]">
              {one.printedName}, {one.place}, <TimeText value={one.signedAt} />
            </p>
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
