import type { Frame } from '../document';
import { AskingFrame } from '../parts/letter/asking-frame';
import type { SupplierRequestLetter } from './model';

/** The letter that asks a supplier what only the supplier can answer: the deciding questions first, fixed answers. */
export const SupplierRequestLetterDocument = ({ model, frame }: { model: SupplierRequestLetter; frame: Frame }) => (
  <AskingFrame
    model={model}
    frame={frame}
    about="Request to the supplier about a security change to a medical device"
  />
);
