import { PostForm, Submit } from '../../ui/form';

/** Takes the plan away from its change; the record keeps what it said. */
export const RemovePlan = ({ version }: { version: number }) => (
  <PostForm className="no-print">
    <input type="hidden" name="act" value="remove" />
    <input type="hidden" name="version" value={version} />
    <Submit small look="plain">
      Take the plan away
    </Submit>
  </PostForm>
);
