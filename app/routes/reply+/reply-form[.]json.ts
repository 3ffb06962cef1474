import { attachment } from '~/features/files/attachment.server';
import { replyFormOf } from '~/features/replies/letter-downloads.server';
import { replyLoader, requireOpen } from '~/features/replies/reply-guard.server';
import { notFoundUnless } from '~/guard/guard.server';

export const loader = replyLoader(async ({ visitor }) => {
  requireOpen(visitor);
  const { form } = notFoundUnless(await replyFormOf(visitor));
  const bytes = Buffer.from(`${JSON.stringify(form, null, 2)}\n`);
  return attachment(bytes, `${visitor.found.letter.reference}-reply-form.json`, 'application/json');
});
