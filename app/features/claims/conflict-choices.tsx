/** Where something else is on record already: both values with their sources, and a choice for each. */
import { Notice } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import { CHOICE_FIELD, type ClaimConflict, SEEN_FIELD } from './decisions';

const Side = ({ title, value, source }: { title: string; value: string; source: string }) => (
  <div className="min-w-0 flex-1 basis-60 rounded-box bg-base-100 p-2 break-words">
    <p className="quiet">{title}</p>
    <p className="font-semibold">{value}</p>
    <p className="text-[0.93em]">{source || 'No source was recorded.'}</p>
  </div>
);

const Choice = (props: { name: string; value: string; children: React.ReactNode }) => (
  <label className="flex min-h-6 items-start gap-2">
    <input type="radio" name={props.name} value={props.value} required className="radio radio-sm mt-0.5" />
    <span>{props.children}</span>
  </label>
);

export function ConflictChoices({ conflicts }: { conflicts: ClaimConflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <Notice kind="warning" title="Something else is on record. Choose what shall stand; nothing is confirmed yet." live>
      {conflicts.map((one) => (
        <fieldset key={one.key} className="mt-3">
          <legend className="font-medium">
            {one.label} <span className="font-mono">{one.place}</span>
          </legend>
          <div className="my-2 flex flex-wrap gap-2">
            <Side
              title={`On record${one.present.by ? `, by ${one.present.by}` : ''}, ${timeInWords(one.present.at)}`}
              value={one.present.value}
              source={one.present.source}
            />
            <Side title="The supplier says" value={one.claimed.value} source={one.claimed.source} />
          </div>
          <input type="hidden" name={`${SEEN_FIELD}${one.key}`} value={one.seen} />
          <Choice name={`${CHOICE_FIELD}${one.key}`} value="keep">
            Keep what is on record; the claim is confirmed as said
          </Choice>
          <Choice name={`${CHOICE_FIELD}${one.key}`} value="replace">
            Let the supplier’s answer replace it; the earlier statement stays in the history
          </Choice>
        </fieldset>
      ))}
    </Notice>
  );
}
