/** Adding a match that nothing found: the product of the advisory, and the model of ours that it is. */
import { Form } from '@remix-run/react';
import { Select, TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import type { ModelToChoose } from '../devices/models-to-choose.server';
import type { FormValues } from '../form-values';

export const modelLabel = ({ supplierName, name, modelNumber, units }: ModelToChoose): string =>
  `${[supplierName, name, modelNumber].filter(Boolean).join(' ')} (${units} ${units === 1 ? 'unit' : 'units'})`;

/** Search for a model, by a plain GET, so that it works without JavaScript. */
export const ModelSearch = ({ q, more }: { q: string; more: boolean }) => (
  <Form method="get" className="flex flex-wrap items-end gap-2" aria-label="Search for a model">
    <label className="min-w-44 flex-1">
      <span className="quiet block text-[0.93em]">Search models by maker, name or number</span>
      <input type="search" name="q" defaultValue={q} className="input input-sm w-full" />
    </label>
    <button type="submit" className="btn btn-sm">
      Search
    </button>
    {more ? <p className="quiet w-full">More were found than are listed: search more narrowly.</p> : null}
  </Form>
);

export function AddMatchPanel(props: {
  products: { key: string; vendor: string; name: string }[];
  q: string;
  models: ModelToChoose[];
  more: boolean;
  form: FormValues;
}) {
  const { form } = props;
  return (
    <Panel title="It names a device of ours that was not found">
      <div className="flex flex-col gap-3">
        <ModelSearch q={props.q} more={props.more} />
        <PostForm className="flex flex-col gap-3">
          <FormErrors errors={form.summary} />
          <Select
            name="product"
            label="Product in the advisory"
            blank="Choose"
            choices={props.products.map(({ key, vendor, name }) => ({
              value: key,
              label: shorten([vendor, name].filter(Boolean).join(' '), 120),
            }))}
            value={form.value('product')}
            errors={form.errors('product')}
            required
          />
          <Select
            name="model"
            label="Is this model of ours"
            blank="Choose"
            choices={props.models.map((one) => ({ value: one.id, label: shorten(modelLabel(one), 140) }))}
            value={form.value('model')}
            errors={form.errors('model')}
            required
          />
          <TextArea
            name="reason"
            rows={2}
            label="How do you know?"
            required
            value={form.value('reason')}
            errors={form.errors('reason')}
          />
          <div>
            <Submit look="plain" name="intent" value="add">
              Add the match
            </Submit>
          </div>
        </PostForm>
      </div>
    </Panel>
  );
}
