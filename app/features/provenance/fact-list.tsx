/** Facts with their sources: the value first, who said so small beside it, "nobody said" where that is so. */
import { StateBadge } from '../../ui/badge';
import { LongText, shorten } from '../../ui/long-text';
import { dateInWords } from '../../ui/time';
import { type Fact, type Source, sourceInWords } from './source';

/** Who said so and who recorded it, in one small line. */
export function SourceText({ fact }: { fact: Fact | undefined }) {
  if (!fact) return <span className="quiet text-[0.93em]">nobody said</span>;
  const words = sourceInWords(fact.source);
  return (
    <span className="quiet text-[0.93em]">
      {words ? `${shorten(words, 200)} · ` : ''}
      {words ? 'recorded' : 'source not recorded; typed'} by {fact.recordedByName}, {dateInWords(fact.recordedAt)}
    </span>
  );
}

/** The source of a row that carries its own; one that is that of the row above is not spelled out again. */
export function SourceLine({ source, above }: { source: Source; above?: Source }) {
  const words = sourceInWords(source);
  const same = words !== null && above !== undefined && words === sourceInWords(above);
  return <span className="quiet text-[0.93em]">{same ? 'same source' : shorten(words ?? 'nobody said', 300)}</span>;
}

export interface FactRow {
  label: string;
  /** Nothing, when there is no value. */
  value: React.ReactNode;
  fact: Fact | undefined;
  /** Said instead of the source, where the value is another record's: "from the model". */
  instead?: string;
}

const sameSource = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.recordedByName === b.recordedByName &&
  a.recordedAt.slice(0, 10) === b.recordedAt.slice(0, 10) &&
  sourceInWords(a.source) === sourceInWords(b.source);

/** A definition list of facts; a source that is that of the line above is not spelled out again. */
export const FactList = ({ rows }: { rows: FactRow[] }) => (
  <dl className="@container flex flex-col">
    {rows.map(({ label, value, fact, instead }, index) => (
      <div
        key={label}
        className="grid grid-cols-1 gap-x-4 border-t border-base-300 py-1.5 first:border-t-0 @md:grid-cols-[9rem_minmax(0,1fr)] @3xl:grid-cols-[9rem_minmax(0,1fr)_20rem]"
      >
        <dt className="quiet">{label}</dt>
        <dd className="min-w-0">
          {typeof value === 'string' && value !== '' ? (
            <div>
              <LongText text={value} />
            </div>
          ) : value ? (
            <div>{value}</div>
          ) : fact ? (
            <div>
              <StateBadge state="warning">not known</StateBadge>
            </div>
          ) : (
            <span className="quiet">–</span>
          )}
        </dd>
        <dd className="min-w-0 @md:col-start-2 @3xl:col-start-3">
          {instead || sameSource(fact, rows[index - 1]?.fact) ? (
            <span className="quiet text-[0.93em]">{instead ?? 'same source'}</span>
          ) : (
            <SourceText fact={fact} />
          )}
        </dd>
      </div>
    ))}
  </dl>
);
