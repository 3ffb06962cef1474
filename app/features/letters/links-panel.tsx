/** The ways in for the supplier: who has one, what became of it. An address is shown once, when it is made. */
import { StateBadge } from '../../ui/badge';
import { TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { DateText } from '../../ui/time';
import type { RefusedAct } from './act-on-letter.server';
import { actState } from './act-state';
import type { LetterView, LinkView } from './letter-view';

function stateOf(link: LinkView, today: string): { words: string; look: Parameters<typeof StateBadge>[0]['state'] } {
  if (link.completedAt) return { words: 'answered', look: 'settled' };
  if (link.revokedAt) return { words: 'revoked', look: 'plain' };
  if (link.expiresAt.slice(0, 10) < today) return { words: 'expired', look: 'plain' };
  return link.openedAt ? { words: 'opened', look: 'info' } : { words: 'not opened yet', look: 'open' };
}

function Link({ link, letter, refused }: { link: LinkView; letter: LetterView; refused: RefusedAct | null }) {
  const state = actState(refused, 'revoke-link', link.id);
  const { words, look } = stateOf(link, letter.today);
  const ended = link.completedAt ?? link.revokedAt;
  return (
    <li className="border-t border-base-300 py-2 first:border-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 break-words">{link.sentTo || 'not said to whom'}</span>
        <StateBadge state={look}>{words}</StateBadge>
      </p>
      <p className="quiet text-[0.93em]">
        made by {link.createdByName}, <DateText value={link.createdAt} /> · ends <DateText value={link.expiresAt} />
      </p>
      {link.revokedAt ? (
        <p className="quiet text-[0.93em]">
          Revoked by {link.revokedByName}: {link.revokeReason}
        </p>
      ) : null}
      {!ended && letter.acts.link === null ? (
        <details open={state.refused || undefined}>
          <summary className="w-fit cursor-pointer py-1">Revoke</summary>
          <PostForm className="mt-1 flex flex-col gap-2 rounded-box bg-base-200 p-3" preventScrollReset>
            <FormErrors errors={state.errors('')} />
            <input type="hidden" name="intent" value="revoke-link" />
            <input type="hidden" name="link" value={link.id} />
            <TextField
              name="reason"
              label="Why?"
              required
              value={state.value('reason')}
              errors={state.errors('reason')}
            />
            <div>
              <Submit small look="danger">
                Revoke this link
              </Submit>
            </div>
          </PostForm>
        </details>
      ) : null}
    </li>
  );
}

export function LinksPanel(props: { letter: LetterView; refused: RefusedAct | null; address: string | null }) {
  const { letter, refused, address } = props;
  const state = actState(refused, 'make-link');
  if (!letter.asks || (letter.links.length === 0 && letter.acts.link !== null)) return null;
  return (
    <Panel id="links" title="Reply links">
      {address ? (
        <Notice kind="success" title="The new link, shown this once" live>
          <p className="my-1">
            <code className="font-mono break-all select-all">{address}</code>
          </p>
          <p>Copy it now. Whoever holds it can answer for the supplier.</p>
        </Notice>
      ) : null}
      {letter.links.length > 0 ? (
        <ul>
          {letter.links.map((link) => (
            <Link key={link.id} link={link} letter={letter} refused={refused} />
          ))}
        </ul>
      ) : (
        <p className="quiet">None yet: one is made with each e-mail.</p>
      )}
      {letter.acts.link === null ? (
        <details className="mt-2" open={state.refused || undefined}>
          <summary className="btn btn-sm w-fit">Make a link by hand</summary>
          <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
            <FormErrors errors={state.errors('')} />
            <input type="hidden" name="intent" value="make-link" />
            <TextField
              name="sent_to"
              label="For whom?"
              help="So that it can be told apart and revoked."
              required
              value={state.value('sent_to')}
              errors={state.errors('sent_to')}
            />
            <div>
              <Submit small look="plain">
                Make link
              </Submit>
            </div>
          </PostForm>
        </details>
      ) : null}
    </Panel>
  );
}
