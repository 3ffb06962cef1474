/** One axis of risk: its matrix, both ratings with their reasons, and the form that rates it. */
import { Select, TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { dateInWords, timeInWords } from '../../ui/time';
import { ConflictPanel } from '../conflict-panel';
import { formValues } from '../form-values';
import type { RiskRefused } from './act-on-risk.server';
import { AXIS_ASKS, AXIS_LABELS, MOMENT_LABELS, MOMENTS, type RiskMoment } from './axes';
import { RatingBadge } from './band-badge';
import { levelChoices } from './level-field';
import { CONSEQUENCE_LABELS, CONSEQUENCE_WORDS, LIKELIHOOD_LABELS, LIKELIHOOD_WORDS } from './level-words';
import { ratingInWords } from './matrix';
import { MatrixTable } from './matrix-table';
import type { AxisView } from './risk-view';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Rated({ view, moment }: { view: AxisView; moment: RiskMoment }) {
  const rating = view.ratings[moment];
  return (
    <div className="border-t border-base-300 py-2 first:border-0">
      <dt className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">{capital(MOMENT_LABELS[moment])}</span>
        <RatingBadge rating={rating} />
      </dt>
      {rating ? (
        <dd className="mt-1">
          <span className="quiet block text-[0.93em]">
            {CONSEQUENCE_WORDS[view.axis][rating.consequence]} · {LIKELIHOOD_WORDS[view.axis][rating.likelihood]}
          </span>
          <LongText text={rating.because} />
          <span className="quiet block text-[0.93em]">
            {rating.by}, {timeInWords(rating.at)}
          </span>
        </dd>
      ) : (
        <dd className="quiet mt-1">Nobody has rated this yet. That does not make it low.</dd>
      )}
    </div>
  );
}

function RateFields({ view, refused }: { view: AxisView; refused: RiskRefused | null }) {
  const saved = Object.fromEntries(
    MOMENTS.flatMap((moment) => {
      const rating = view.ratings[moment];
      return [
        [`${moment}_consequence`, rating ? String(rating.consequence) : ''],
        [`${moment}_likelihood`, rating ? String(rating.likelihood) : ''],
        [`${moment}_because`, rating?.because ?? ''],
        [`${moment}_seen`, rating?.id ?? ''],
      ];
    }),
  );
  const form = formValues(refused, saved);
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <PostForm className="mt-2 flex flex-col gap-3 rounded-box bg-base-200 p-3" preventScrollReset>
      <input type="hidden" name="intent" value="rate" />
      <input type="hidden" name="axis" value={view.axis} />
      <ConflictPanel conflict={refused?.conflict} />
      <FormErrors errors={form.summary} />
      {MOMENTS.map((moment) => (
        <fieldset key={moment} className="flex flex-col gap-2">
          <legend className="mb-1 font-semibold">{capital(MOMENT_LABELS[moment])}</legend>
          {/* Told of another's rating, whoever sends again has seen it. */}
          <input
            type="hidden"
            name={`${moment}_seen`}
            value={refused?.conflict ? saved[`${moment}_seen`] : form.value(`${moment}_seen`)}
          />
          <Select
            {...field(`${moment}_consequence`)}
            label={`Consequence ${MOMENT_LABELS[moment]}`}
            blank="Not rated"
            choices={levelChoices(CONSEQUENCE_LABELS, CONSEQUENCE_WORDS[view.axis])}
          />
          <Select
            {...field(`${moment}_likelihood`)}
            label={`Likelihood ${MOMENT_LABELS[moment]}`}
            blank="Not rated"
            choices={levelChoices(LIKELIHOOD_LABELS, LIKELIHOOD_WORDS[view.axis])}
          />
          <TextArea
            {...field(`${moment}_because`)}
            label={`Because (${moment})`}
            help="With the controls that are in place."
            rows={2}
          />
        </fieldset>
      ))}
      <div>
        <Submit small>{refused?.conflict ? 'Let mine stand' : 'Record the rating'}</Submit>
      </div>
    </PostForm>
  );
}

const Earlier = ({ view }: { view: AxisView }) =>
  view.earlier.length === 0 ? null : (
    <details className="mt-1">
      <summary className="min-h-6 w-fit cursor-pointer">Earlier ratings ({view.earlier.length})</summary>
      <ul className="mt-1">
        {view.earlier.map((one) => (
          <li key={one.id} className="border-t border-base-300 py-1.5 first:border-0">
            {capital(one.moment)}: {ratingInWords(one)}. {one.because}{' '}
            <span className="quiet">
              {one.by}, {dateInWords(one.at)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );

export function AxisPanel(props: { view: AxisView; mayRate: boolean; refused: RiskRefused | null }) {
  const { view, mayRate } = props;
  const refused = props.refused?.intent === 'rate' && props.refused.key === view.axis ? props.refused : null;
  return (
    <Panel id={view.axis} title={AXIS_LABELS[view.axis]}>
      <p className="quiet mb-2">{AXIS_ASKS[view.axis]}</p>
      <MatrixTable view={view} />
      <dl className="mt-2">
        {MOMENTS.map((moment) => (
          <Rated key={moment} view={view} moment={moment} />
        ))}
      </dl>
      <Earlier view={view} />
      {mayRate ? (
        // Another rating on record is another form: closed, with what is now recorded.
        <details
          key={`${view.ratings.before?.id}${view.ratings.after?.id}${refused ? 'refused' : ''}`}
          className="no-print mt-1"
          open={refused !== null || undefined}
        >
          <summary className="min-h-6 w-fit cursor-pointer font-medium text-primary">
            Rate {AXIS_LABELS[view.axis].toLowerCase()}
          </summary>
          <RateFields view={view} refused={refused} />
        </details>
      ) : null}
    </Panel>
  );
}
