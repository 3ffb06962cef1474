/** What may be done about an advisory: a change, one letter a maker, no action with its reason, or aside. */
import { Link } from '@remix-run/react';
import { TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { shorten } from '../../ui/long-text';
import { Notice, Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import type { FormValues } from '../form-values';
import type { AdvisoryView } from './advisory-view';

const MOST_CVES = 100;

/** All matched vulnerabilities, as the page of a new campaign takes them. */
const campaignFor = (view: AdvisoryView): string =>
  `/campaigns/new?${new URLSearchParams({
    cves: view.vulnerabilities
      .map(({ cve }) => cve)
      .filter((cve) => cve.startsWith('CVE-'))
      .slice(0, MOST_CVES)
      .join('\n'),
  })}`;

function Decided({ view }: { view: AdvisoryView }) {
  return (
    <Notice kind="info" title={view.state === 'decided' ? 'Decided' : 'Set aside'}>
      <p className="break-words">
        {view.decidedByName}
        {view.decidedAt ? `, ${dateInWords(view.decidedAt)}` : ''}: “{view.decision}”
      </p>
    </Notice>
  );
}

export function DecidePanel({ view, form }: { view: AdvisoryView; form: FormValues }) {
  const over = view.state === 'decided' || view.state === 'set_aside';
  const live = view.matches.some(({ state }) => state !== 'rejected');
  if (!view.may.decide) return over ? <Decided view={view} /> : null;
  return (
    <Panel title="Decide">
      <div className="flex flex-col gap-3">
        {over ? <Decided view={view} /> : null}
        {!over && live && view.may.draft ? (
          <p>
            <Link className="btn btn-sm" to={campaignFor(view)}>
              Ask: one letter a maker
            </Link>
          </p>
        ) : null}
        {!over && view.matchesWaiting > 0 ? (
          <p className="quiet">
            {view.matchesWaiting} {view.matchesWaiting === 1 ? 'match waits' : 'matches wait'} for a person; then it can
            be decided.
          </p>
        ) : null}
        <PostForm className="flex flex-col gap-3">
          <FormErrors errors={form.summary} />
          <input type="hidden" name="version" value={form.version(view.version)} />
          <TextArea
            name="reason"
            rows={3}
            label={over ? 'Why it is taken up again' : 'What is decided, and why'}
            help={
              over
                ? undefined
                : 'For example: no action, because none of our units has the module; or: answered by change CM-2026-…'
            }
            required
            value={form.value('reason')}
            errors={form.errors('reason')}
          />
          <div className="flex flex-wrap gap-2">
            {over ? (
              <Submit look="plain" name="intent" value="reopen">
                Take it up again
              </Submit>
            ) : (
              <>
                <Submit name="intent" value="decide">
                  Decide
                </Submit>
                <Submit look="plain" name="intent" value="set_aside">
                  Set aside
                </Submit>
              </>
            )}
          </div>
        </PostForm>
      </div>
    </Panel>
  );
}

/** Changes that answer it. */
export const ChangesPanel = ({ view }: { view: AdvisoryView }) =>
  view.changes.length === 0 ? null : (
    <Panel title="Changes for it">
      <ul className="flex flex-col gap-1">
        {view.changes.map((change) => (
          <li key={change.id} className="break-words">
            <Link to={`/changes/${change.id}`} className="inline-block min-h-6 underline">
              {change.reference}
            </Link>{' '}
            {shorten(change.title, 120)}{' '}
            <span className="quiet">
              · {change.model} · {change.status.replaceAll('_', ' ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
