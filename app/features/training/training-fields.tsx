/** The fields with which training is recorded. */
import { Select, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import type { FormValues } from '../form-values';
import type { PersonTraining } from './get-training.server';

export const RecordTraining = ({ of, form }: { of: PersonTraining; form: FormValues }) => (
  <PostForm className="mt-1 flex flex-col gap-3">
    <FormErrors errors={form.summary} />
    <Select
      name="course"
      label="Course"
      choices={of.courses.map(({ course, title, asked, validMonths }) => ({
        value: course,
        label: `${title} (holds ${validMonths} months${asked ? '' : ', not asked of this role'})`,
      }))}
      required
      value={form.value('course')}
      errors={form.errors('course')}
    />
    <TextField
      name="completedOn"
      type="date"
      label="Completed on"
      required
      value={form.value('completedOn')}
      errors={form.errors('completedOn')}
    />
    <TextField
      name="expiresOn"
      type="date"
      label="Holds until"
      help="Empty: as long as the policy says. Give it where the certificate ends earlier."
      value={form.value('expiresOn')}
      errors={form.errors('expiresOn')}
    />
    <TextField
      name="evidence"
      label="Where it can be seen"
      help="A certificate with its number, an attendance list with its date."
      required
      value={form.value('evidence')}
      errors={form.errors('evidence')}
    />
    <div>
      <Submit name="intent" value="record">
        Record training
      </Submit>
    </div>
  </PostForm>
);
