import { attachment, unprinted } from '~/features/files/attachment.server';
import { getReceipt, printReceipt } from '~/features/replies/get-receipt.server';
import { replyLoader } from '~/features/replies/reply-guard.server';
import { notFoundUnless } from '~/guard/guard.server';

export const loader = replyLoader(async ({ visitor }) => {
  const received = notFoundUnless(await getReceipt(visitor));
  const printed = await printReceipt(received).catch(unprinted);
  if (printed instanceof Response) return printed;
  return attachment(printed.bytes, `${received.letter.reference}-receipt.pdf`, 'application/pdf');
});
