/** The standard changes of a device, each with why it fits a change or does not. */
import { Link } from '@remix-run/react';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import type { FormValues } from '../form-values';
import type { FittingStandard } from './standards-for-change.server';

export const FittingList = (props: {
  standards: FittingStandard[];
  mayUse: boolean;
  form: FormValues;
  /** The one that a refused form was about. */
  chosen: string;
}) =>
  props.standards.map((standard) => (
    <Panel key={standard.id} title={`Standard change ${standard.number}: ${standard.title}`}>
      <div className="flex flex-col gap-2">
        <p className="quiet">
          <Link className="inline-block py-0.5 underline" to={`/standard-changes/${standard.id}`}>
            What it rests on
          </Link>
          {`, decided on ${standard.changeReference}, good until ${dateInWords(standard.validUntil)}`}
        </p>
        {props.chosen === standard.id ? <FormErrors errors={props.form.summary} /> : null}
        {standard.reasons.length > 0 ? (
          <>
            <p className="font-medium">It does not cover this change, which takes the full route:</p>
            <ul className="list-disc pl-5">
              {standard.reasons.map((words) => (
                <li key={words} className="break-words">
                  {words}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>Class, baseline, edition and outcome are the same as when it was decided.</p>
        )}
        {props.mayUse && standard.reasons.length === 0 ? (
          <PostForm>
            <input type="hidden" name="standard" value={standard.id} />
            <Submit>Make the change under it</Submit>
          </PostForm>
        ) : null}
      </div>
    </Panel>
  ));
