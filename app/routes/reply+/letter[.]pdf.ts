import { attachment } from '~/features/files/attachment.server';
import { issuedLetter } from '~/features/replies/letter-downloads.server';
import { replyLoader, requireOpen } from '~/features/replies/reply-guard.server';
import { notFoundUnless } from '~/guard/guard.server';

export const loader = replyLoader(async ({ visitor }) => {
  if (visitor.found.state !== 'completed') requireOpen(visitor);
  const bytes = notFoundUnless(await issuedLetter(visitor));
  return attachment(bytes, `${visitor.found.letter.reference}.pdf`, 'application/pdf');
});
