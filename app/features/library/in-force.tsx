import { DateText } from '../../ui/time';

/** "from 1 May 2023", "from 1 Mar 2020 to 30 Apr 2023" */
export const InForce = ({ from, to }: { from: string; to: string | null }) => (
  <>
    from <DateText value={from} />
    {to ? (
      <>
        {' '}
        to <DateText value={to} />
      </>
    ) : null}
  </>
);
