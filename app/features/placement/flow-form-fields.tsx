/** The fields of one flow. */
import { Select, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { SourceFields } from '../provenance/source-fields';
import type { FlowView } from './flow-rows.server';
import { portsInWords } from './ports';

/** What the form of a saved flow shows. */
export const flowDefaults = (flow: FlowView): Record<string, string | null> => ({
  peer: flow.peer,
  peerNetwork: flow.peerNetwork,
  direction: flow.direction,
  protocol: flow.protocol,
  ports: portsInWords(flow.portFrom, flow.portTo, '').replace('–', '-'),
  purpose: flow.purpose,
  clinical: flow.clinical === null ? '' : flow.clinical ? 'yes' : 'no',
  seenOn: flow.seenOn,
  saidBy: flow.source.saidBy,
  sourceDocument: flow.source.document,
  sourcePage: flow.source.page,
  sourceDate: flow.source.date,
});

export function FlowFormFields({ form }: { form: FormValues }) {
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <>
      <div className="panel grid grid-cols-1 items-end gap-3 p-4 sm:grid-cols-2">
        <TextField
          {...text('peer')}
          label="Peer"
          required
          help="Who is at the other end: PACS, DNS, maker’s gateway."
        />
        <TextField
          {...text('peerNetwork')}
          label="Network of the peer"
          help="10.20.0.0/16, fd00::/64 or one address. Empty: not known."
        />
        <Select
          {...text('direction')}
          label="Who begins"
          required
          blank="Choose"
          choices={[
            { value: 'out', label: 'The device' },
            { value: 'in', label: 'The peer' },
          ]}
        />
        <Select
          {...text('protocol')}
          label="Protocol"
          choices={[
            { value: 'any', label: 'Not said' },
            { value: 'tcp', label: 'TCP' },
            { value: 'udp', label: 'UDP' },
            { value: 'icmp', label: 'ICMP' },
          ]}
        />
        <TextField {...text('ports')} label="Ports" help="104, or 104-106. Empty: not said, which is not “all”." />
        <Select
          {...text('clinical')}
          label="Do patients hang on it?"
          blank="Not said"
          choices={[
            { value: 'yes', label: 'Yes: clinical' },
            { value: 'no', label: 'No' },
          ]}
        />
        <TextField {...text('purpose')} label="Purpose" help="“Sends images”, “fetches the work list”." />
        <TextField {...text('seenOn')} type="date" label="Seen on the wire" help="Empty: only declared." />
      </div>
      <SourceFields form={form} />
    </>
  );
}
