/** Starts a re-run: what the latest assessments are judged under this time. */
import { Radios, Select, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import type { RerunList } from './rerun-views';

const MODES = [
  { value: 'today', label: 'As of today: the editions in force now' },
  { value: 'day', label: 'As of another day: the editions in force then' },
];
const EDITION = { value: 'edition', label: 'Under a chosen edition of one instrument, each change on its own day' };

interface Props {
  list: RerunList;
  kept: Record<string, string[] | undefined>;
  errors: Record<string, string[] | undefined>;
}

export const StartForm = ({ list, kept, errors }: Props) => (
  <Panel title="Judge past assessments again">
    <p className="mb-3 max-w-3xl">
      The latest assessment of each of {list.total.toLocaleString('en-GB')} {list.total === 1 ? 'change' : 'changes'} is
      walked again with the facts it was judged on. You get the changes of which an instrument says something else, and
      why. Nothing that was judged or signed is altered.
    </p>
    <PostForm className="flex flex-col gap-4">
      <FormErrors errors={errors['']} />
      <Radios
        name="mode"
        label="Judge them"
        choices={list.editions.length > 0 ? [...MODES, EDITION] : MODES}
        value={kept.mode?.[0] ?? 'today'}
        errors={errors.mode}
      />
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <TextField
          type="date"
          name="asOf"
          label="Day"
          help="For another day."
          value={kept.asOf?.[0] ?? ''}
          errors={errors.asOf}
        />
        {list.editions.length > 0 ? (
          <Select
            name="edition"
            label="Edition"
            help="For a chosen edition."
            choices={list.editions}
            blank="Choose an edition"
            value={kept.edition?.[0] ?? ''}
            errors={errors.edition}
          />
        ) : null}
      </div>
      <div>
        <Submit>Judge again</Submit>
      </div>
    </PostForm>
  </Panel>
);
