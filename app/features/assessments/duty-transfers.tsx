/** Where whoever makes the change would become its manufacturer: said before everything else. */
import type { DutyTransfer } from '../../regulation/result';
import { Notice } from '../../ui/page';

const BECOMES = {
  manufacturer: 'a manufacturer',
  remanufacturer: 'a remanufacturer',
  'in-house manufacturer': 'a manufacturer for its own use',
  'user at own risk': 'a user at its own risk',
} as const;

export function DutyTransfers({ transfers }: { transfers: DutyTransfer[] }) {
  if (transfers.length === 0) return null;
  return (
    <Notice kind="warning" title="Duties of the maker may pass to whoever makes this change">
      <ul className="mt-1 flex flex-col gap-2">
        {transfers.map((one) => (
          <li key={`${one.instrument} ${one.becomes}`}>
            <details>
              <summary className="min-h-6 cursor-pointer">
                {one.certain ? 'Would become' : one.forecast ? 'Forecast: could become' : 'Could become'}{' '}
                <strong>{BECOMES[one.becomes]}</strong> · {one.clause}
              </summary>
              <dl className="mt-1 grid gap-x-3 gap-y-1 pl-4 sm:grid-cols-[auto_1fr]">
                <dt className="font-medium">Passes</dt>
                <dd>{one.moves}</dd>
                <dt className="font-medium">Stays</dt>
                <dd>{one.stays}</dd>
                <dt className="font-medium">Instead</dt>
                <dd>{one.instead}</dd>
                {one.unsettled ? (
                  <>
                    <dt className="font-medium">Not settled</dt>
                    <dd>{one.unsettled}</dd>
                  </>
                ) : null}
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
