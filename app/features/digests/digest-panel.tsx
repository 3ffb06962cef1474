/** On one's own account: how often what waits is sent by e-mail. */
import { Select } from '../../ui/field';
import { PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { DIGEST_LABELS, DIGESTS, type Digest } from './digest-choices';

const CHOICES = DIGESTS.map((value) => ({ value, label: DIGEST_LABELS[value] }));

export const DigestPanel = (props: { digest: Digest; email: string; mail: boolean; errors?: string[] }) => (
  <Panel title="What waits for you, by e-mail" id="digest">
    <PostForm className="flex flex-col gap-3" action="/account?index" preventScrollReset>
      <input type="hidden" name="intent" value="digest" />
      <Select
        name="digest"
        label="How often"
        help={`To ${props.email}, in the organisation’s own time. Nothing is sent when nothing waits.`}
        choices={CHOICES}
        value={props.digest}
        errors={props.errors}
      />
      {props.mail ? null : (
        <p className="quiet">No mail server is set up here, so nothing is sent until an administrator adds one.</p>
      )}
      <div>
        <Submit look="plain" small>
          Save
        </Submit>
      </div>
    </PostForm>
  </Panel>
);
