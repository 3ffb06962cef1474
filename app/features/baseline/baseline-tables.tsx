/** A baseline to read: subject by subject, document by document, against what was found. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import { osInWords } from '../devices/os-support';
import { SourceLine } from '../provenance/fact-list';
import { LINE_WORDS, type LineState } from './compare-installed';
import { type KnownBy, MOST_VALUES } from './found-words';
import type { ComparedLine, ComparedValue, SubjectView } from './get-baseline.server';
import { SOURCE_WORDS } from './subjects';

const LOOK: Record<LineState, 'settled' | 'error' | 'open' | 'warning' | 'plain'> = {
  same: 'settled',
  differs: 'error',
  unclear: 'open',
  nobody_said: 'warning',
  not_looked_at: 'warning',
};

export const LineBadge = ({ state }: { state: LineState }) => (
  <StateBadge state={LOOK[state]}>{LINE_WORDS[state]}</StateBadge>
);

const KNOWN_BY: Record<KnownBy, string> = {
  looked_at_unit: 'looked at on the unit',
  unit_record: 'in the unit’s record',
  looked_at_some: 'looked at on some, taken for all',
  model_record: 'from the model; not looked at on the unit',
};

/** From where a value is known. */
export const knownInWords = (knownBy: KnownBy | null, foundOn: string | null): string =>
  [knownBy ? KNOWN_BY[knownBy] : '', foundOn ? dateInWords(foundOn) : ''].filter(Boolean).join(', ');

export const ValueText = ({ value }: { value: string | null }) =>
  value === null ? (
    <LineBadge state="not_looked_at" />
  ) : (
    <span>{shorten(osInWords({ product: value, release: '' }), 160)}</span>
  );

function Found({ values }: { values: ComparedValue[] }) {
  const more = values.length - MOST_VALUES;
  return (
    <ul className="flex flex-col gap-1">
      {values.slice(0, MOST_VALUES).map(({ value, units, knownBy, foundOn }) => (
        <li key={`${value} ${knownBy}`}>
          <ValueText value={value} />{' '}
          <span className="quiet">
            {units.toLocaleString('en-GB')} {units === 1 ? 'unit' : 'units'}
            {knownBy ? ` · ${knownInWords(knownBy, foundOn)}` : ''}
          </span>
        </li>
      ))}
      {more > 0 ? <li className="quiet">and {more} other values</li> : null}
    </ul>
  );
}

const Says = ({ line }: { line: ComparedLine }) => (
  <>
    {shorten(line.says, 300)}
    {line.about ? <span className="quiet block">{shorten(line.about, 240)}</span> : null}
  </>
);

/** All subjects in one table; a subject with several documents has a row for each. */
export function BaselineTable({ subjects, modelId }: { subjects: SubjectView[]; modelId: string }) {
  return (
    <TableRegion label="Baseline">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Subject</th>
            <th scope="col">Document</th>
            <th scope="col">Says</th>
            <th scope="col">Found on units in use</th>
            <th scope="col">State</th>
            <th scope="col">Who puts it right</th>
          </tr>
        </thead>
        <tbody>
          {subjects.flatMap((subject) =>
            (subject.lines.length > 0 ? subject.lines : [null]).map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one subject never change places
              <tr key={`${subject.id} ${place}`}>
                <th scope="row" className="font-medium">
                  <Link to={`/devices/${modelId}/baseline/${subject.id}`}>{subject.label}</Link>
                </th>
                <td data-label="Document">
                  {line ? (
                    <>
                      {SOURCE_WORDS[line.source].label}
                      <span className="block">
                        <SourceLine source={line.from} />
                      </span>
                    </>
                  ) : (
                    '–'
                  )}
                </td>
                <td data-label="Says">{line ? <Says line={line} /> : <LineBadge state="nobody_said" />}</td>
                <td data-label="Found on units in use">
                  {place === 0 ? <Found values={subject.values} /> : <span className="quiet">as above</span>}
                </td>
                <td data-label="State">
                  <LineBadge state={line?.state ?? 'nobody_said'} />
                  {line && line.unitsDiffer > 0 ? (
                    <Link
                      className="block py-0.5 underline underline-offset-2"
                      to={`/devices/${modelId}/baseline/${subject.id}?shown=differs`}
                      aria-label={`${line.unitsDiffer} units differ from ${SOURCE_WORDS[line.source].label} on ${subject.label}`}
                    >
                      {line.unitsDiffer.toLocaleString('en-GB')}{' '}
                      {line.unitsDiffer === 1 ? 'unit differs' : 'units differ'}
                    </Link>
                  ) : null}
                </td>
                <td data-label="Who puts it right">{line ? SOURCE_WORDS[line.source].fixes : 'nobody can say'}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </TableRegion>
  );
}
