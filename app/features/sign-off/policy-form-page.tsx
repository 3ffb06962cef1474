/** The form of a sign-off policy. Rules are added and removed by buttons that post, so it works without JavaScript. */
import { TIERS } from '../../regulation/tiers';
import { TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, PageHeader, Panel } from '../../ui/page';
import { ConflictPanel } from '../conflict-panel';
import type { PolicyAnswer } from './policy-act.server';
import { groupsOf } from './policy-form';
import { PreviewPanel } from './policy-preview-panel';
import { CourseFields, RuleFields } from './policy-rule-fields';
import type { PolicyFormView } from './policy-view';

export function PolicyFormPage({ page, answer }: { page: PolicyFormView; answer: PolicyAnswer | undefined }) {
  const fields = answer?.kept ?? page.fields;
  const errors = answer?.errors ?? {};
  const refused = Object.keys(errors).length > 0;
  const field = (name: string) => ({ name, value: fields[name]?.[0], errors: errors[name] });
  const [rules, courses] = [groupsOf(fields, 'rules'), groupsOf(fields, 'training')];
  const version = answer?.conflict?.version ?? fields.version?.[0] ?? page.version;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Settings', to: '/settings' },
          { label: 'Sign-off', to: '/settings/sign-off' },
        ]}
        title="Change the sign-off policy"
        sub={`The form holds policy ${page.from}; what is saved becomes the next one.`}
      />
      <Notice kind="info">
        <p>
          A new policy counts at once, for changes in sign-off too: places may be added to a route that is half signed,
          or taken away. Signatures stay, nothing that was decided is undone, and no change is approved by it alone.
        </p>
      </Notice>
      <ConflictPanel conflict={answer?.conflict} />
      {answer?.preview ? <PreviewPanel of={answer.preview} /> : null}
      <PostForm className="flex flex-col gap-4" key={formKey(fields)}>
        {/* Enter in a field looks first; it does not remove the first rule. */}
        <button type="submit" name="intent" value="preview" className="sr-only" tabIndex={-1} aria-hidden="true">
          Show what would change
        </button>
        <FormErrors errors={errors[''] ?? (refused ? ['Some fields need another look, below.'] : undefined)} />
        <input type="hidden" name="version" value={version} />
        <Panel title="Who signs">
          <div className="flex flex-col gap-4">
            <FormErrors errors={errors.rules} />
            {rules.map((at, place) => (
              <RuleFields key={at} at={at} place={place + 1} fields={fields} errors={errors} />
            ))}
            <div>
              <Submit name="intent" value="add.rules" look="plain">
                Add a rule
              </Submit>
            </div>
          </div>
        </Panel>
        <Panel title="Days and hours">
          <div className="grid max-w-4xl grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {TIERS.map((tier) => (
              <TextField
                key={tier}
                {...field(`approval_days.${tier}`)}
                label={`Approval at “${tier}”, days`}
                inputMode="numeric"
                required
              />
            ))}
            <TextField
              {...field('emergency_hours')}
              label="Emergency signed within, hours"
              inputMode="numeric"
              required
            />
            <TextField
              {...field('trail_review_days')}
              label="Record reviewed every, days"
              inputMode="numeric"
              required
            />
          </div>
        </Panel>
        <Panel title="What signers have to have learnt">
          <div className="flex flex-col gap-4">
            <FormErrors errors={errors.training} />
            {courses.map((at, place) => (
              <CourseFields key={at} at={at} place={place + 1} fields={fields} errors={errors} />
            ))}
            <div>
              <Submit name="intent" value="add.training" look="plain">
                Add a course
              </Submit>
            </div>
          </div>
        </Panel>
        <Panel title="Save">
          <div className="flex flex-col gap-3">
            <div className="max-w-3xl">
              <TextArea {...field('note')} label="Why is it changed?" rows={3} required />
            </div>
            <div className="flex flex-wrap gap-2">
              <Submit name="intent" value="preview" look="plain">
                Show what would change
              </Submit>
              <Submit name="intent" value="save">
                Save the policy
              </Submit>
            </div>
          </div>
        </Panel>
      </PostForm>
    </>
  );
}

/** Fields keep what is typed unless rules come or go. */
const formKey = (fields: PolicyAnswer['kept']): string =>
  (['rules', 'training'] as const).map((list) => groupsOf(fields, list).join('-')).join('/');
