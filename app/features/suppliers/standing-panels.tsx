/** What is overdue, what is open, how long it has been silent, and the latest letters. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { Empty, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import { LETTER_KIND_WORDS } from '../letters/letter-kinds';
import type { SupplierFirstScreen } from './get-supplier-page.server';
import { counted, noSilence, silenceInWords, stateInWords, waitInWords } from './record/record-words';
import { STAGE_WORDS } from './record/stages';

/** The answer first: three numbers, each with what it means. */
export function StandingPanel({ supplier, aside }: { supplier: SupplierFirstScreen; aside: React.ReactNode }) {
  const { standing } = supplier;
  const { silence } = standing;
  return (
    <Panel title="How it stands" aside={aside}>
      <dl className="grid grid-cols-1 gap-4 sm:grid-cols-[auto_auto_1fr] sm:gap-x-10">
        <div>
          <dt className="quiet">Overdue</dt>
          <dd className="text-xl font-semibold tabular-nums">
            {standing.overdue === 0 ? '0' : <StateBadge state="hold">{counted(standing.overdue, 'letter')}</StateBadge>}
          </dd>
        </div>
        <div>
          <dt className="quiet">Open questions</dt>
          <dd className="text-xl font-semibold tabular-nums">
            {standing.openQuestions === 0 ? (
              '0'
            ) : (
              <Link to={`/suppliers/${supplier.id}/answers?open=yes`}>
                {standing.openQuestions.toLocaleString('en-GB')}
              </Link>
            )}
          </dd>
        </div>
        <div>
          <dt className="quiet">Longest silence on an open letter</dt>
          <dd>
            {silence ? (
              <>
                <span className="text-[1.1rem] font-semibold">{silenceInWords(silence)}</span>{' '}
                <Link to={`/letters/${silence.id}`} className="font-mono whitespace-nowrap underline">
                  {silence.reference}
                </Link>
              </>
            ) : (
              noSilence(standing)
            )}
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

export function OverduePanel({ supplier }: { supplier: SupplierFirstScreen }) {
  const { overdue, standing } = supplier;
  return (
    <Panel title="Overdue" flush>
      {overdue.length === 0 ? (
        <p className="p-4 pt-1">Nothing is overdue.</p>
      ) : (
        <TableRegion label="Overdue letters, longest first">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Letter</th>
                <th scope="col">About</th>
                <th scope="col">Waited for</th>
                <th scope="col">Was due</th>
                <th scope="col" className="md:text-right">
                  Days late
                </th>
              </tr>
            </thead>
            <tbody>
              {overdue.map((letter) => (
                <tr key={letter.id}>
                  <th scope="row" className="font-mono font-medium">
                    <span className="whitespace-nowrap">
                      <Link to={`/letters/${letter.id}`}>{letter.reference}</Link>
                    </span>
                  </th>
                  <td data-label="About">{shorten(letter.subject, 120)}</td>
                  <td data-label="Waited for">{STAGE_WORDS[letter.stage].due}</td>
                  <td data-label="Was due" className="whitespace-nowrap">
                    <DateText value={letter.due} />
                  </td>
                  <td data-label="Days late" className="md:text-right">
                    {counted(letter.days, 'day')} <span className="quiet">({letter.workingDays} working)</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {standing.overdue > overdue.length ? (
        <p className="quiet px-4 pb-2">
          {overdue.length} of {standing.overdue.toLocaleString('en-GB')}, longest first.
        </p>
      ) : null}
    </Panel>
  );
}

export function LettersPanel({ supplier }: { supplier: SupplierFirstScreen }) {
  const { letters, standing, today } = supplier;
  return (
    <Panel title="Letters" flush aside={<span className="quiet">{counted(standing.letters, 'letter')} in all</span>}>
      {letters.length === 0 ? (
        <div className="p-4">
          <Empty title="No letter has been written to this supplier.">
            Letters begin on the page of a change, or at <Link to="/letters/new">a new letter</Link>.
          </Empty>
        </div>
      ) : (
        <TableRegion label="Latest letters to this supplier">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Letter</th>
                <th scope="col">Kind and subject</th>
                <th scope="col">Sent</th>
                <th scope="col">State</th>
                <th scope="col">Open questions</th>
                <th scope="col">Days</th>
              </tr>
            </thead>
            <tbody>
              {letters.map((letter) => (
                <tr key={letter.id}>
                  <th scope="row" className="font-mono font-medium">
                    <span className="whitespace-nowrap">
                      <Link to={`/letters/${letter.id}`}>{letter.reference}</Link>
                    </span>
                  </th>
                  <td data-label="Kind and subject">
                    {LETTER_KIND_WORDS[letter.kind].label}
                    <span className="quiet"> · {shorten(letter.subject, 120)}</span>
                  </td>
                  <td data-label="Sent" className="whitespace-nowrap">
                    {letter.sentOn ? <DateText value={letter.sentOn} /> : <span className="quiet">not sent</span>}
                  </td>
                  <td data-label="State" className="whitespace-nowrap">
                    {stateInWords(letter)}
                  </td>
                  <td data-label="Open questions">
                    {letter.questionsAsked === 0 ? '–' : `${letter.questionsOpen} of ${letter.questionsAsked}`}
                  </td>
                  <td data-label="Days">{waitInWords(letter, today)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </Panel>
  );
}
