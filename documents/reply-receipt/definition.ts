import { type DocumentDefinition, safeFileName } from '../document';
import type { ReplyReceipt } from './model';
import { ReplyReceiptDocument } from './receipt';
import { replyReceiptSamples } from './samples';

export const replyReceiptDefinition: DocumentDefinition<ReplyReceipt> = {
  component: ReplyReceiptDocument,
  samples: replyReceiptSamples,
  fileName: (model) => safeFileName(`${model.letter.reference}-receipt`),
};
