/** What an administrator can do to an account besides editing it. */
import { TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Panel } from '~/ui/page';
import { factorWords } from './factor-words';
import type { FactorsOfPerson } from './reset-factors.server';

export function PersonActions(props: {
  person: { name: string; active: boolean };
  factors: FactorsOfPerson;
  isSelf: boolean;
  errors: Record<string, string[]>;
}) {
  const { person, factors, isSelf, errors } = props;
  if (isSelf) {
    return (
      <Panel title="This is you">
        <p className="quiet">
          Your password, second factors and sessions are on <a href="/account">your account page</a>. Your own role, and
          whether you have access at all, another administrator decides.
        </p>
      </Panel>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Panel title="Access">
        <PostForm className="flex flex-col items-start gap-3">
          <FormErrors errors={errors['']} />
          <p className="quiet">
            {person.active
              ? 'Deactivating ends every session at once. Nothing this person did is removed, and it can be undone.'
              : 'This person cannot sign in. What was done before stays in the record.'}
          </p>
          {person.active ? (
            <Submit name="intent" value="deactivate" look="danger" small>
              Deactivate {person.name}
            </Submit>
          ) : (
            <Submit name="intent" value="reactivate" look="plain" small>
              Reactivate {person.name}
            </Submit>
          )}
        </PostForm>
      </Panel>
      <Panel title="Forgotten password">
        <PostForm className="flex flex-col items-start gap-3">
          <p className="quiet">
            Sets a new first password and ends every session. It has to be replaced at the next sign-in, and the record
            says that you set it.
          </p>
          <TextField
            name="password"
            type="password"
            label="New first password"
            help="Leave empty to have one made up and shown once."
            autoComplete="new-password"
            errors={errors.password}
          />
          <Submit name="intent" value="password" look="plain" small>
            Set first password
          </Submit>
        </PostForm>
      </Panel>
      <Panel title="Second factors">
        <PostForm className="flex flex-col items-start gap-3">
          <FormErrors errors={errors.factors} />
          {factors.app || factors.passkeys > 0 ? (
            <>
              <p>{factorWords(factors)}</p>
              <p className="quiet">
                For a person who lost them, and the recovery codes with them. Be sure whom you are talking to:
                afterwards the password alone opens the account. Every session ends, and the record says that you did
                it.
              </p>
              <Submit name="intent" value="factors" look="danger" small>
                Take the second factors away
              </Submit>
            </>
          ) : (
            <p className="quiet">None: the password alone opens the account.</p>
          )}
        </PostForm>
      </Panel>
    </div>
  );
}
