import { Link } from '@remix-run/react';
import { dateInWords } from '../../ui/time';
import { QuotedText } from './claim-quotation';
import type { ContradictionView, SideView } from './contradiction-view';

const Side = ({ side, title, short }: { side: SideView; title: string; short: boolean }) => (
  <div className="flex min-w-0 flex-col gap-2 rounded-box border border-base-300 p-3">
    <p className="flex flex-wrap items-center justify-between gap-2">
      <span className="font-semibold">
        {title}: {side.source}
      </span>
      {side.page && !short ? (
        <Link to={side.page} className="inline-block min-h-6 underline">
          Show where it stands
        </Link>
      ) : null}
    </p>
    {side.value ? (
      <p>
        <span className="quiet">Says: </span>
        {side.value}
      </p>
    ) : null}
    <QuotedText
      quotation={side.quotation}
      document={side.document}
      page={side.at}
      saidBy={side.saidBy}
      saidOn={side.saidOn}
    />
  </div>
);

/** Both statements side by side: quotation, author, day, document and page. */
export const ContradictionSides = ({
  contradiction,
  short = false,
}: {
  contradiction: ContradictionView;
  short?: boolean;
}) => (
  <>
    {contradiction.changed ? (
      <p>
        {contradiction.changed.by} changed their answer on {dateInWords(contradiction.changed.on)}.
      </p>
    ) : null}
    <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
      <Side side={contradiction.one} title="First" short={short} />
      <Side side={contradiction.other} title="Second" short={short} />
    </div>
  </>
);
