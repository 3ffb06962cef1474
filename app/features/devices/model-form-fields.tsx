/** The fields of a device model's form, in the order a person finds them out. */
import { Radios, Select, TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { SourceFields } from '../provenance/source-fields';
import { UnknownFields } from '../provenance/unknown-fields';
import { MAY_BE_UNKNOWN, modelFieldLabel } from './model-fields';
import { OsFields } from './os-fields';

export interface ModelFormChoices {
  makers: { id: string; name: string }[];
  kinds: string[];
}

const Group = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <fieldset className="panel p-4">
    <legend className="px-1 font-semibold">{title}</legend>
    <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2">{children}</div>
  </fieldset>
);

const Wide = ({ children }: { children: React.ReactNode }) => <div className="sm:col-span-2">{children}</div>;

export function ModelFormFields(props: { form: FormValues; choices: ModelFormChoices; editing: boolean }) {
  const { form, choices } = props;
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <>
      <Group title="What it is">
        <Select
          {...text('supplierId')}
          label="Maker"
          required
          blank="Choose the maker …"
          choices={[
            ...choices.makers.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'new', label: 'Another, named beside' },
          ]}
        />
        <TextField {...text('newSupplier')} label="New maker" help="Only when the maker is not in the list." />
        <TextField {...text('name')} label="Name" required help="As on the device: “Infusomat Space”." />
        <TextField {...text('modelNumber')} label="Model number" help="Catalogue or type number." />
        <TextField
          {...text('kind')}
          label="Kind of device"
          required
          list="kinds"
          help="“infusion pump”, “CT scanner”."
        />
        <datalist id="kinds">
          {choices.kinds.map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
        <TextField
          {...text('udiDi')}
          label="UDI-DI"
          help="The device identifier behind (01) in the barcode, without serial number."
        />
        <Wide>
          <TextArea
            {...text('intendedPurpose')}
            rows={3}
            label="Intended purpose"
            help="In the words of the instructions for use."
          />
        </Wide>
      </Group>
      <Group title="Software">
        <TextField
          {...text('softwareVersion')}
          label="Software version"
          help="The version the model is delivered with; a unit may differ."
        />
        <TextField
          {...text('makerSupportEnds')}
          type="date"
          label="Maker’s support ends"
          help="The day the maker named, if it did."
        />
        <OsFields form={form} />
      </Group>
      <Group title="Network and upkeep">
        <Wide>
          <Radios
            {...text('networkConnected')}
            label="Connected to a network"
            inline
            choices={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
              { value: 'unknown', label: 'Not known' },
            ]}
          />
        </Wide>
        <TextArea
          {...text('networkNeeds')}
          rows={3}
          label="Ports and peers"
          help="What the maker says it must reach, and what must reach it."
        />
        <TextArea
          {...text('remoteAccess')}
          rows={3}
          label="Supplier’s remote access"
          help="How, when, and who opens it."
        />
        <Wide>
          <TextArea
            {...text('maintenance')}
            rows={2}
            label="Maintenance"
            help="Who maintains it, under which contract."
          />
        </Wide>
      </Group>
      <Group title="Clinical context">
        <TextField
          {...text('clinicalOwner')}
          label="Clinical owner"
          help="Department or person that answers for its use."
        />
        <TextField
          {...text('tolerableDowntime')}
          label="Tolerable downtime"
          help="“20 minutes, outside theatre lists”."
        />
        <Wide>
          <TextArea {...text('fallback')} rows={2} label="Fallback" help="What is used instead while it is down." />
        </Wide>
      </Group>
      <UnknownFields form={form} fields={MAY_BE_UNKNOWN} labelOf={modelFieldLabel} />
      <SourceFields form={form} confirms={props.editing} />
    </>
  );
}
