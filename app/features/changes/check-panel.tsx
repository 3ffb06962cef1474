/** Step "Check and submit": everything on one page, what is still missing, and where it leads. */
import { Link } from '@remix-run/react';
import { StateBadge, TierRange } from '../../ui/badge';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { sourceInWords } from '../provenance/source';
import type { ChangeView } from './change-view';
import { missingForSubmission } from './missing-parts';
import { stepAddress } from './steps';

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

const Row = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className="grid gap-x-4 border-t border-base-300 py-1.5 first:border-0 sm:grid-cols-[11rem_minmax(0,1fr)]">
    <dt className="quiet">{label}</dt>
    <dd className="min-w-0 whitespace-pre-wrap">{children}</dd>
  </div>
);

const Edit = ({ change, step, what }: { change: ChangeView; step: 'what' | 'where' | 'facts'; what: string }) => (
  <Link to={stepAddress(change.id, step)} aria-label={`Edit ${what}`}>
    Edit
  </Link>
);

/** Names for the charts of the result, worked out on the server so that the charts stay out of the browser. */
export interface CheckOutlook {
  name: string;
  outcomes: string;
  from: Parameters<typeof TierRange>[0]['from'];
  to: Parameters<typeof TierRange>[0]['to'];
}

export function CheckPanel(props: { change: ChangeView; outlook: CheckOutlook[]; place: string; errors: string[] }) {
  const { change, outlook, place, errors } = props;
  const { units, assessment } = change;
  const missing = missingForSubmission({ kinds: change.kinds, actor: change.actor, units: units.count });
  const open = assessment?.result.ask ?? [];
  return (
    <>
      <FormErrors errors={errors} />
      {missing.length > 0 ? (
        <Notice kind="warning" title="Before it can be submitted">
          <ul className="ml-5 list-disc">
            {missing.map(({ step, message }) => (
              <li key={message}>
                <Link to={stepAddress(change.id, step)}>{message}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <Panel title="What" aside={<Edit change={change} step="what" what="what is proposed" />}>
          <dl>
            <Row label="Title">{change.title}</Row>
            <Row label="Description">{change.description || <span className="quiet">none</span>}</Row>
            <Row label="Kind of change">{change.kinds.map(({ label }) => label).join(', ') || 'not chosen'}</Row>
            <Row label="Vulnerabilities">{change.vulnerabilities.map(({ cve }) => cve).join(', ') || 'none named'}</Row>
            <Row label="Units">
              {plural(units.count, 'unit')} of {units.ofModel}
              {units.wards.length > 0
                ? `: ${units.wards.map((ward) => `${ward.name || 'no location'} (${ward.count})`).join(', ')}`
                : ''}
            </Row>
            <Row label="Installed version">{change.softwareVersion || 'not known'}</Row>
            <Row label="Needed by">{change.neededBy ? dateInWords(change.neededBy) : 'no day named'}</Row>
          </dl>
        </Panel>
        <Panel title="Where and who" aside={<Edit change={change} step="where" what="where and who" />}>
          <dl>
            <Row label="Device">
              {[change.model.supplierName, change.model.name, change.model.modelNumber].filter(Boolean).join(' ')}
            </Row>
            <Row label="Lands">{place}</Row>
            <Row label="Made by">{change.actorLabel}</Row>
          </dl>
        </Panel>
        <Panel title="Facts stated" aside={<Edit change={change} step="facts" what="the facts" />}>
          {change.facts.length === 0 ? (
            <p className="quiet">None. What is not known stays open and is asked for.</p>
          ) : (
            <dl>
              {change.facts.map((fact) => (
                <Row key={fact.key} label={fact.question}>
                  <strong>{fact.valueInWords}</strong>
                  <span className="quiet"> {sourceInWords(fact.source) ?? 'no source recorded'}</span>
                </Row>
              ))}
            </dl>
          )}
        </Panel>
        <Panel title="Where it leads" aside={<StateBadge state="plain">preview</StateBadge>}>
          {outlook.length === 0 ? <p className="quiet">No chart of the library applies with what is known.</p> : null}
          <ul className="flex flex-col gap-2">
            {outlook.map((one) => (
              <li key={one.name} className="flex flex-wrap items-start justify-between gap-2">
                <span className="min-w-0">
                  <span className="font-medium">{one.name}</span>
                  <span className="quiet block">{one.outcomes}</span>
                </span>
                <TierRange from={one.from} to={one.to} />
              </li>
            ))}
          </ul>
          <p className="mt-2">
            {open.length === 0
              ? 'No question is open.'
              : `${plural(open.length, 'question')} open. Submitting needs no answer to any.`}
          </p>
        </Panel>
      </div>
      <PostForm className="flex flex-wrap gap-2">
        <input type="hidden" name="intent" value="submit" />
        <input type="hidden" name="version" value={change.version} />
        {change.may.submit && missing.length === 0 ? <Submit>Submit for assessment</Submit> : null}
        <Link className="btn btn-outline" to={stepAddress(change.id, 'facts')}>
          Go back
        </Link>
        <Link className="btn btn-outline" to={`/changes/${change.id}`}>
          {change.may.submit ? 'Leave for later' : 'To the change'}
        </Link>
      </PostForm>
    </>
  );
}
