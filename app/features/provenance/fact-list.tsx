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

/** The source of a row that carries its own. */
export const SourceLine = ({ source }: { source: Source }) => (
  <span className="quiet text-[0.93em]">{shorten(sourceInWords(source) ?? 'nobody said', 300)}</span>
);

export interface FactRow {
  label: string;
  /** Nothing, when there is no value. */
  value: React.ReactNode;
  fact: Fact | undefined;
}

/** A definition list of facts. */
export const FactList = ({ rows }: { rows: FactRow[] }) => (
  <dl className="flex flex-col">
    {rows.map(({ label, value, fact }) => (
      <div
        key={label}
        className="grid grid-cols-1 gap-x-4 border-t border-base-300 py-1.5 first:border-t-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
      >
        <dt className="quiet">{label}</dt>
        <dd>
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
          ) : null}
          <SourceText fact={fact} />
        </dd>
      </div>
    ))}
  </dl>
);
