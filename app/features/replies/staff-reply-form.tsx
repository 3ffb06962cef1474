/** The form with which staff record a reply for the supplier. */

import { Radios, Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { ACCEPT_ATTRIBUTE, ACCEPTED_WORDS, LARGEST_FILE, MEGABYTE, MOST_FILES } from '../files/upload-limits';
import { type Errors, fieldsOf } from './answer-fields';
import { CHANNEL_WORDS, STAFF_CHANNELS } from './channels';
import type { StaffPage } from './record-reply.server';

function Question(props: { question: StaffPage['questions'][number]; values: Record<string, string>; errors: Errors }) {
  const { question, values, errors } = props;
  const names = fieldsOf(question.number);
  const chosen = values[names.choice] ?? '';
  return (
    <div className="flex flex-col gap-2 border-t border-base-300 py-3 first:border-0">
      <input type="hidden" name={names.version} value="0" />
      <Radios
        label={`${question.number}. ${question.text}`}
        name={names.choice}
        value={chosen}
        errors={errors[names.choice]}
        choices={[
          ...question.choices.map(({ id, label }) => ({ value: id, label })),
          { value: '', label: 'Not answered' },
        ]}
      />
      {question.choices
        .filter(({ fill }) => fill !== undefined)
        .map(({ id, label, fill }) => (
          <TextField
            key={id}
            name={names.fill(id)}
            label={`If “${label.replace(/:$/, '')}”${fill ? `: ${fill}` : ': details'}`}
            value={values[names.fill(id)]}
            errors={errors[names.fill(id)]}
          />
        ))}
      {question.comment ? (
        <TextArea
          name={names.comment}
          label={`Comment on question ${question.number}`}
          rows={2}
          value={values[names.comment]}
          errors={errors[names.comment]}
        />
      ) : null}
    </div>
  );
}

export function StaffReplyForm(props: {
  page: StaffPage;
  csrf: string;
  today: string;
  errors?: Errors;
  values?: Record<string, string>;
}) {
  const { page, csrf, today, errors = {}, values = {} } = props;
  const field = (name: string) => ({ name, value: values[name], errors: errors[name] });
  return (
    <form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
      {/* Before the files: what does not carry the token is not read any further. */}
      <input type="hidden" name="csrf" value={csrf} />
      <FormErrors errors={errors['']} />
      <Panel title="How it came">
        <div className="grid gap-4 md:grid-cols-3">
          <Select
            {...field('channel')}
            label="By"
            required
            blank="Choose"
            choices={STAFF_CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value] }))}
          />
          <TextField
            {...field('came_on')}
            label="Day on which it came"
            type="date"
            required
            value={values.came_on ?? today}
          />
          <Radios
            {...field('kind')}
            label="It"
            value={values.kind ?? 'answer'}
            choices={[
              { value: 'answer', label: 'answers the letter' },
              { value: 'acknowledgement', label: 'only says that they have it' },
            ]}
          />
        </div>
      </Panel>
      <Panel title="Who said it">
        <div className="grid gap-4 md:grid-cols-2">
          <TextField {...field('name')} label="Name" required />
          <TextField {...field('role')} label="Role" />
          <TextField {...field('email')} label="E-mail address" type="email" />
          <TextField {...field('their_reference')} label="Their reference" />
          <TextField {...field('fallback')} label="Whom to call if a date passes" />
        </div>
      </Panel>
      {page.questions.length > 0 ? (
        <Panel title="Answers">
          {page.questions.map((question) => (
            <Question key={question.number} question={question} values={values} errors={errors} />
          ))}
        </Panel>
      ) : null}
      <Panel title="What was said, and files">
        <div className="flex flex-col gap-4">
          <TextArea
            {...field('message')}
            label="In their words"
            help="As close to what was said or written as you can."
          />
          <div className="flex flex-col gap-1">
            <label htmlFor="files" className="font-medium">
              Scan or files
            </label>
            <p id="files-help" className="quiet">
              {ACCEPTED_WORDS}. At most {LARGEST_FILE / MEGABYTE} MB each, {MOST_FILES} files.
              {Object.keys(errors).length > 0 ? ' Please choose the files again: a browser does not keep them.' : ''}
            </p>
            <input
              id="files"
              type="file"
              name="files"
              multiple
              accept={ACCEPT_ATTRIBUTE}
              aria-describedby={`files-help${errors.files ? ' files-error' : ''}`}
              className="file-input w-full"
            />
            <FormErrors id="files-error" errors={errors.files} />
          </div>
        </div>
      </Panel>
      <p className="quiet">
        The record will say on every page that you entered this for {page.supplier}. It cannot be changed afterwards.
      </p>
      <div>
        <Submit>Record the reply</Submit>
      </div>
    </form>
  );
}
