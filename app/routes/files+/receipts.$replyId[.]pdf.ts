import { z } from 'zod';
import { attachment, unprinted } from '~/features/files/attachment.server';
import { printReceipt } from '~/features/replies/get-receipt.server';
import { getReceived } from '~/features/replies/get-reply.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ replyId: z.uuid() });

export const loader = protectedLoader('document:read', Params, async ({ actor, params }) => {
  const received = notFoundUnless(await getReceived(actor, params.replyId));
  const printed = await printReceipt(received).catch(unprinted);
  if (printed instanceof Response) return printed;
  return attachment(printed.bytes, `${received.letter.reference}-receipt.pdf`, 'application/pdf');
});
