import type { Frame } from '../document';
import { AskingFrame } from '../parts/letter/asking-frame';
import { Section } from '../parts/letter/pieces';
import { Table } from '../parts/table';
import type { NetworkCompatibilityRequest } from './model';

/** Asks what the device needs of the network, before a firewall or a segment is put around it. */
export const NetworkCompatibilityRequestDocument = ({
  model,
  frame,
}: {
  model: NetworkCompatibilityRequest;
  frame: Frame;
}) => (
  <AskingFrame model={model} frame={frame} about="Request about firewall, ports and network of a medical device">
    {model.flows.length === 0 ? null : (
      <Section
        heading="Connections we know or mean to allow"
        lead="Anything not listed would be blocked. Please confirm each line, correct it, or add what is missing."
      >
        <Table
          columns={[
            { title: 'From', share: 1.5 },
            { title: 'To', share: 1.5 },
            { title: 'Protocol', share: 0.95 },
            { title: 'Port', share: 0.8 },
            { title: 'Purpose', share: 1.7 },
            { title: 'Your correction', share: 1.4 },
          ]}
          rows={model.flows.map((flow) => [flow.from, flow.to, flow.protocol, flow.port, flow.purpose, ''])}
          least={20}
        />
      </Section>
    )}
  </AskingFrame>
);
