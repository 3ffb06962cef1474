/** The page on which a record of the register is retired or restored: what it means, a reason, one button. */
import { Link } from '@remix-run/react';
import { Checkboxes, TextArea } from '../ui/field';
import { FormErrors, PostForm, Submit } from '../ui/form';
import { type Crumb, PageHeader } from '../ui/page';
import { formValues } from './form-values';
import type { RefusedForm } from './save-form.server';

export function RetirePage(props: {
  crumbs: Crumb[];
  /** "the model XTR telemetry receiver" */
  what: string;
  retired: boolean;
  /** What retiring means here. */
  meaning: React.ReactNode;
  /** Offered when units hang on it: "12 units in use". */
  units?: string;
  back: string;
  refused: RefusedForm | undefined;
}) {
  const form = formValues(props.refused);
  return (
    <>
      <PageHeader crumbs={props.crumbs} title={`${props.retired ? 'Restore' : 'Retire'} ${props.what}`} />
      <PostForm className="panel flex max-w-2xl flex-col gap-4 p-4">
        <FormErrors errors={form.summary} />
        <p>{props.meaning}</p>
        <input type="hidden" name="intent" value={props.retired ? 'restore' : 'retire'} />
        <TextArea
          name="reason"
          rows={3}
          label="Why"
          required
          value={form.value('reason')}
          errors={form.errors('reason')}
        />
        {props.units && !props.retired ? (
          <Checkboxes
            name="withUnits"
            label="Its units"
            choices={[{ value: 'yes', label: `Retire the ${props.units} too` }]}
            values={form.values('withUnits')}
            errors={form.errors('withUnits')}
          />
        ) : null}
        <div className="flex gap-2">
          <Submit look={props.retired ? 'primary' : 'danger'}>{props.retired ? 'Restore' : 'Retire'}</Submit>
          <Link to={props.back} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
