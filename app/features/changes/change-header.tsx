/** What this change is and how it stands, with the one thing to do next. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, PageHeader } from '../../ui/page';
import { dateInWords, timeInWords } from '../../ui/time';
import type { AnsweredAdvisory } from '../advisories/advisories-of-change.server';
import { formState, type Refused } from '../assessments/form-state';
import { PackLink } from '../evidence/pack-link';
import { ChangeTabs } from './change-tabs';
import type { ChangeOnPage } from './change-view';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function subline(change: ChangeOnPage): string {
  const { model, units } = change;
  const wards =
    units.wards.length > 0 ? ` in ${units.wards.length} ${units.wards.length === 1 ? 'ward' : 'wards'}` : '';
  return [
    `software ${change.softwareVersion || model.softwareVersion || 'version not known'}`,
    model.operatingSystem || 'operating system not known',
    `${units.count} ${units.count === 1 ? 'unit' : 'units'}${wards}`,
    `proposed by ${change.proposerName}, ${dateInWords(change.createdAt)}`,
  ].join(' · ');
}

/** Links to the advisories that the change answers. */
const Answers = ({ advisories }: { advisories: readonly AnsweredAdvisory[] }) =>
  advisories.length === 0 ? null : (
    <>
      {' · answers '}
      {advisories.map(({ id, publishedId }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <Link to={`/advisories/${id}`}>{publishedId}</Link>
        </span>
      ))}
    </>
  );

export function ChangeHeader(props: {
  change: ChangeOnPage & { advisories: AnsweredAdvisory[] };
  refused: Refused | null;
}) {
  const { change, refused } = props;
  const withdraw = formState(refused, 'withdraw');
  const { assessment } = change;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Changes', to: '/changes' }, { label: change.reference }]}
        title={change.title}
        state={
          <>
            <StateBadge state="info">{change.statusLabel}</StateBadge>
            <span>version {change.version}</span>
          </>
        }
        sub={
          <>
            <Link to={`/devices/${change.model.id}`}>
              {[change.model.supplierName, change.model.name, change.model.modelNumber].filter(Boolean).join(' ')}
            </Link>
            {` · ${subline(change)}`}
            <br />
            {change.kinds.map((kind) => kind.label).join(', ')}
            {change.vulnerabilities.length > 0 ? ` · ${change.vulnerabilities.map((one) => one.cve).join(', ')}` : ''}
            <Answers advisories={change.advisories} />
            {change.actorLabel ? ` · to be made by ${lowerFirst(change.actorLabel)}` : ''}
          </>
        }
        actions={
          <>
            {change.may.edit ? (
              <Link className="btn btn-sm" to={change.resumeAt}>
                {change.may.submit ? 'Go on with the proposal' : 'Edit the proposal'}
              </Link>
            ) : null}
            {change.may.withdraw ? (
              <details className="dropdown dropdown-end" open={withdraw.refused !== null || undefined}>
                <summary className="btn btn-sm">Withdraw</summary>
                <PostForm className="dropdown-content panel z-10 mt-1 flex w-72 flex-col gap-2 p-3">
                  <input type="hidden" name="intent" value="withdraw" />
                  <input type="hidden" name="version" value={change.version} />
                  <FormErrors errors={withdraw.errors('')} />
                  <TextField
                    name="reason"
                    label="Reason"
                    value={withdraw.value('reason')}
                    errors={withdraw.errors('reason')}
                  />
                  <Submit small look="danger">
                    Withdraw this change
                  </Submit>
                </PostForm>
              </details>
            ) : null}
            {change.may.draftDocuments && !change.may.submit && assessment ? (
              <a className="btn btn-sm" href="#documents">
                Report and letter
              </a>
            ) : null}
            {assessment?.number ? <PackLink scope="change" id={change.id} /> : null}
            {change.may.signOff ? (
              <Link className="btn btn-primary btn-sm" to={`/changes/${change.id}/sign-off`}>
                Sign-off
              </Link>
            ) : null}
            {change.may.submit ? (
              <PostForm>
                <input type="hidden" name="intent" value="submit" />
                <input type="hidden" name="version" value={change.version} />
                <Submit small>Submit for assessment</Submit>
              </PostForm>
            ) : null}
          </>
        }
      />
      <ChangeTabs changeId={change.id} />
      <FormErrors errors={formState(refused, 'submit').errors('')} />
      {assessment ? (
        <p className="quiet">
          {assessment.number === null ? 'Preview, not kept yet' : `Assessment ${assessment.number}`} · rule library{' '}
          {assessment.library} · {assessment.assessedByName}, {timeInWords(assessment.assessedAt)}
        </p>
      ) : null}
      {assessment?.stale ? (
        <Notice kind="warning" title="This assessment is no longer current">
          The register has changed since, or the rule library has a newer edition.
          {change.may.answer ? (
            <PostForm className="mt-2">
              <input type="hidden" name="intent" value="assess-again" />
              <Submit small>Assess again</Submit>
            </PostForm>
          ) : null}
        </Notice>
      ) : null}
    </>
  );
}
