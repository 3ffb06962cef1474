import { attachment, unprinted } from '~/features/files/attachment.server';
import { answerForm } from '~/features/replies/letter-downloads.server';
import { replyLoader, requireOpen } from '~/features/replies/reply-guard.server';
import { notFoundUnless } from '~/guard/guard.server';

export const loader = replyLoader(async ({ visitor }) => {
  requireOpen(visitor);
  const printed = await answerForm(visitor).catch(unprinted);
  if (printed instanceof Response) return printed;
  return attachment(notFoundUnless(printed), `${visitor.found.letter.reference}-answers.pdf`, 'application/pdf');
});
