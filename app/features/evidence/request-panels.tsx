/** Asking for a pack: of a period here, of anything else from its own page. */
import { Form } from '@remix-run/react';
import { TextField } from '../../ui/field';
import { PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { CompletenessTable } from './completeness-table';
import type { Preview } from './request-pack.server';
import type { Scope } from './scope';

/** A GET form: the check comes first, and nothing is built yet. */
export const PeriodForm = ({ from, to }: { from: string; to: string }) => (
  <Panel title="A pack of a period">
    <Form method="get" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="scope" value="period" />
      <TextField name="from" type="date" label="First day" value={from} />
      <TextField name="to" type="date" label="Last day" value={to} />
      <button className="btn" type="submit">
        Check what is there
      </button>
    </Form>
    <p className="quiet mt-3">
      A pack of one change, device or supplier is asked for on its own page. It holds what was recorded up to one event
      of the audit trail.
    </p>
  </Panel>
);

/** What the pack would hold and lack, and the button that asks for it. */
export const PreviewPanel = ({ preview, scope }: { preview: Preview; scope: Scope }) => (
  <Panel title={`Before it is built: ${preview.title}`}>
    {preview.refusal ? (
      <Notice kind="warning">{preview.refusal}</Notice>
    ) : (
      <>
        <p className="mb-3">{preview.counts.map(({ label, value }) => `${label}: ${value}`).join(' · ')}</p>
        <CompletenessTable lines={preview.completeness} />
        <PostForm className="mt-4">
          {Object.entries(scope).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Submit>Build the pack</Submit>
          <p className="quiet mt-2">
            What is not evidenced stands first in the pack, in these words. It is cut at the last event recorded when
            you press.
          </p>
        </PostForm>
      </>
    )}
  </Panel>
);
