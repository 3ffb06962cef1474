/** One axis on its 5×5 matrix: a table whose cells say score and band in words; B is before the change, A after it. */
import { AXIS_LABELS, type RiskAxis } from './axes';
import { CONSEQUENCE_LABELS, LIKELIHOOD_LABELS } from './level-words';
import { type Band, bandOf, LEVELS, type Level, scoreOf } from './matrix';
import type { AxisView } from './risk-view';

const TINTS: Record<Band, string> = { low: '', moderate: 'tint-info', high: 'tint-warning', extreme: 'tint-error' };

/** A letter in a shape of its own: a round B, a square A. */
const Mark = ({ letter, says }: { letter: 'B' | 'A'; says: string }) => (
  <span
    className={`inline-flex size-5 items-center justify-center border-2 border-current text-[0.82em] leading-none font-bold ${letter === 'B' ? 'rounded-full' : 'rounded-none'}`}
  >
    <span aria-hidden="true">{letter}</span>
    <span className="sr-only">{says}</span>
  </span>
);

function Cell({ view, consequence, likelihood }: { view: AxisView; consequence: Level; likelihood: Level }) {
  const score = scoreOf({ consequence, likelihood });
  const band = bandOf(score);
  const at = (moment: 'before' | 'after') => {
    const rating = view.ratings[moment];
    return rating?.consequence === consequence && rating.likelihood === likelihood;
  };
  return (
    <td className={`border border-base-300 px-0 py-0.5 text-center sm:px-0.5 align-middle ${TINTS[band]}`}>
      <span className="block text-[0.9em] leading-4 tabular-nums">{score}</span>
      <span className="block text-[0.75em] leading-4">{band}</span>
      <span className="flex min-h-5 items-center justify-center gap-0.5">
        {at('before') ? <Mark letter="B" says="before the change" /> : null}
        {at('after') ? <Mark letter="A" says="after the change" /> : null}
      </span>
    </td>
  );
}

const TOP_DOWN = [...LEVELS].reverse();

const heading = (axis: RiskAxis) => `${AXIS_LABELS[axis]}: consequence across, likelihood upwards`;

export const MatrixTable = ({ view }: { view: AxisView }) => (
  <div>
    <table className="w-full table-fixed border-collapse">
      <caption className="quiet pb-1 text-left text-[0.93em]">{heading(view.axis)}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-[17%] p-0.5 text-left align-bottom text-[0.75em] font-normal sm:w-[22%]">
            <span className="max-sm:sr-only">Likelihood ↑ Consequence →</span>
          </th>
          {LEVELS.map((level) => (
            <th key={level} scope="col" className="p-0.5 text-center align-bottom font-normal">
              <span className="block font-semibold tabular-nums">{level}</span>
              <span className="block text-[0.75em] leading-4 max-sm:sr-only">{CONSEQUENCE_LABELS[level]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TOP_DOWN.map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row" className="p-0.5 text-left align-middle font-normal">
              <span className="font-semibold tabular-nums">{likelihood}</span>{' '}
              <span className="text-[0.75em] leading-4">{LIKELIHOOD_LABELS[likelihood]}</span>
            </th>
            {LEVELS.map((consequence) => (
              <Cell key={consequence} view={view} consequence={consequence} likelihood={likelihood} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <p className="quiet mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.93em]">
      <span className="flex items-center gap-1">
        <Mark letter="B" says="B" /> before the change
      </span>
      <span className="flex items-center gap-1">
        <Mark letter="A" says="A" /> after the change
      </span>
    </p>
  </div>
);
