/** The form that takes files. Plain: the browser streams them, with and without JavaScript. */
import { TextField } from '../../ui/field';
import { FormErrors, Submit } from '../../ui/form';
import type { ModelToChoose } from '../devices/models-to-choose.server';
import type { FormValues } from '../form-values';
import { PURPOSES, type Purpose } from './import-words';

interface Props {
  purpose: Purpose;
  model: ModelToChoose | null;
  form: FormValues;
  csrf: string;
  largestMb: number;
}

const ACCEPT: Record<Purpose, string> = {
  feed: '.json,.csv,.gz,.zip,.xml',
  inventory: '.csv,.tsv,.txt,.xlsx,.json',
  components: '.json,.xml,.spdx,.txt',
  mds2: '.xlsx',
};

export function BringFormFields({ purpose, model, form, csrf, largestMb }: Props) {
  const errors = form.errors('files');
  const several = purpose === 'feed' || purpose === 'inventory';
  return (
    <form
      method="post"
      action={`/imports/new?purpose=${purpose}${model ? `&model=${model.id}` : ''}`}
      encType="multipart/form-data"
      className="flex max-w-3xl flex-col gap-3"
    >
      {/* Before the files: what does not carry the token is not read any further. */}
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="purpose" value={purpose} />
      <FormErrors errors={form.summary ?? form.errors('modelId') ?? null} />
      {model ? <OfModel model={model} purpose={purpose} form={form} /> : null}
      <div className="flex flex-col gap-1">
        <label htmlFor="files" className="font-medium">
          {several ? 'Files' : 'File'} <span className="quiet font-normal">(required)</span>
        </label>
        <p id="files-help" className="quiet">
          {PURPOSES[purpose].help} At most {largestMb} MB each. Nothing is changed until you have seen what it would do.
          {form.summary || errors ? ' Please choose the files again: a browser does not keep them.' : ''}
        </p>
        <input
          id="files"
          type="file"
          name="files"
          multiple={several}
          accept={ACCEPT[purpose]}
          aria-invalid={errors ? true : undefined}
          aria-describedby={`files-help${errors ? ' files-error' : ''}`}
          className="file-input w-full"
        />
        <FormErrors id="files-error" errors={errors} />
      </div>
      <div>
        <Submit>Read and show</Submit>
      </div>
    </form>
  );
}

function OfModel({ model, purpose, form }: { model: ModelToChoose; purpose: Purpose; form: FormValues }) {
  return (
    <>
      <input type="hidden" name="modelId" value={model.id} />
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        {purpose === 'components' ? (
          <TextField
            name="softwareVersion"
            label="Software version of the model that the list is for"
            help={
              model.softwareVersion ? `The register has ${model.softwareVersion}.` : 'As the list or its letter says.'
            }
            value={form.value('softwareVersion')}
            errors={form.errors('softwareVersion')}
          />
        ) : null}
        <TextField
          name="documentDate"
          type="date"
          label={purpose === 'mds2' ? 'Date printed on the form' : 'Date of the list'}
          help="Where the file says one, leave it empty."
          value={form.value('documentDate')}
          errors={form.errors('documentDate')}
        />
        <TextField
          name="saidBy"
          label="Who gave it?"
          help="The maker's desk, a person, a portal."
          value={form.value('saidBy')}
          errors={form.errors('saidBy')}
        />
      </div>
    </>
  );
}
