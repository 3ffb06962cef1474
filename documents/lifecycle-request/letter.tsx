import { dateInWords, type Frame, type Slot } from '../document';
import { AskingFrame } from '../parts/letter/asking-frame';
import { Section } from '../parts/letter/pieces';
import { Table } from '../parts/table';
import type { LifecycleRequest } from './model';

/** A day in words where the slot holds one; other words stay as they are. */
const day = (slot: Slot): Slot =>
  typeof slot === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(slot) ? dateInWords(slot) : slot;

/** Asks until when the device and what runs on it are supported, and what comes after. */
export const LifecycleRequestDocument = ({ model, frame }: { model: LifecycleRequest; frame: Frame }) => (
  <AskingFrame
    model={model}
    frame={frame}
    about="Request about the end of support of a medical device and what follows"
    proposalHeading="The device"
  >
    {model.lifecycle.length === 0 ? null : (
      <Section heading="Dates we know" lead="Please correct what is wrong and fill in what is missing.">
        <Table
          columns={[
            { title: 'What', share: 1.8 },
            { title: 'Release', share: 1.3 },
            { title: 'Support ends', share: 1.4 },
            { title: 'Where we read it', share: 1.9 },
            { title: 'Your date', share: 1.2 },
          ]}
          rows={model.lifecycle.map((one) => [one.what, one.release, day(one.supportEnds), one.source, ''])}
          least={20}
        />
      </Section>
    )}
  </AskingFrame>
);
