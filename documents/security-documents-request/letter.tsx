import type { Frame } from '../document';
import { AskingFrame } from '../parts/letter/asking-frame';
import { Section } from '../parts/letter/pieces';
import { Table } from '../parts/table';
import type { SecurityDocumentsRequest } from './model';

/** Asks for the MDS2 form, the component list and other security documents, beside what is held already. */
export const SecurityDocumentsRequestDocument = ({
  model,
  frame,
}: {
  model: SecurityDocumentsRequest;
  frame: Frame;
}) => (
  <AskingFrame
    model={model}
    frame={frame}
    about="Request for security documents of a medical device"
    proposalHeading="The device"
  >
    {model.documents.length === 0 ? null : (
      <Section heading="The documents">
        <Table
          columns={[
            { title: 'Document', share: 1.8 },
            { title: 'What we hold', share: 2 },
            { title: 'What we ask for', share: 2.4 },
          ]}
          rows={model.documents.map((one) => [one.document, one.held, one.wanted])}
        />
      </Section>
    )}
  </AskingFrame>
);
