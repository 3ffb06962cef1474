/** The fields of a certification's form. */
import { Checkboxes, Radios, Select, TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { SourceFields } from '../provenance/source-fields';
import { UnknownFields } from '../provenance/unknown-fields';
import { ALL_CLASSES, BASIS_LIST, MARKET_LIST } from './bases';
import { CERTIFICATION_UNKNOWN, certificationFieldLabel } from './certification-fields';

export function CertificationFormFields({ form, editing }: { form: FormValues; editing: boolean }) {
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  const odd = form.errors('reallySo');
  return (
    <>
      <div className="panel grid grid-cols-1 items-end gap-3 p-4 sm:grid-cols-2">
        <Select
          {...text('market')}
          label="Market"
          required
          blank="Choose …"
          choices={MARKET_LIST.map(({ code, label }) => ({ value: code, label }))}
          help="Where the maker may sell on this paper."
        />
        <Select
          {...text('basis')}
          label="Basis"
          required
          blank="Choose …"
          choices={BASIS_LIST.map(({ code, label }) => ({ value: code, label }))}
          help="The law the paper is issued under."
        />
        <Select
          {...text('class')}
          label="Class"
          blank="Not recorded"
          choices={ALL_CLASSES.map((name) => ({ value: name, label: name }))}
          help="As that law counts: IIb under the MDD, II for a 510(k)."
        />
        <TextField {...text('number')} label="Number" help="Of the certificate, clearance or declaration: “K123456”." />
        <TextField
          {...text('body')}
          label="Body"
          help="Notified or approved body, by its number or name; none for self-declared."
        />
        <TextField {...text('issuedOn')} type="date" label="Issued on" />
        <div className="sm:col-span-2">
          <Radios
            {...text('ends')}
            label="When does it end?"
            required
            choices={[
              { value: 'on', label: 'On a day, given below', help: 'As printed; what the law adds is shown apart.' },
              { value: 'never', label: 'It has no end date', help: 'A clearance, or a declaration without one.' },
              { value: 'unknown', label: 'Not known' },
            ]}
          />
        </div>
        <TextField {...text('expiresOn')} type="date" label="Ends on" />
        <div className="sm:col-span-2">
          <TextArea
            {...text('scope')}
            rows={3}
            label="Scope"
            help="What it covers, as written: variants, accessories, software."
          />
        </div>
        {odd || form.values('reallySo').includes('yes') ? (
          <div className="sm:col-span-2">
            <Checkboxes
              name="reallySo"
              label="This looks odd"
              choices={[{ value: 'yes', label: 'It is what the paper says; save it so' }]}
              values={form.values('reallySo')}
              errors={odd}
            />
          </div>
        ) : null}
      </div>
      <UnknownFields form={form} fields={CERTIFICATION_UNKNOWN} labelOf={certificationFieldLabel} />
      <SourceFields form={form} confirms={editing} />
    </>
  );
}
