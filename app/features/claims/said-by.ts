/** Who said it, and where, in the words that stand beside a quotation. Pure. */
import type { ReplyChannel } from '../../../db/schema/replies.server';

/** "Ana Silva (regulatory affairs), Spacelabs"; the supplier alone when nobody gave a name. */
export const saidByInWords = ({ name, role, supplier }: { name: string; role: string; supplier: string }): string => {
  const person = [name.trim(), role.trim() && `(${role.trim()})`].filter(Boolean).join(' ');
  return [name.trim() ? person : '', supplier].filter(Boolean).join(', ');
};

const DOCUMENTS: Record<ReplyChannel, string> = {
  link: 'Reply to',
  post: 'Reply by post to',
  telephone: 'Reply by telephone to',
  email: 'Reply by e-mail to',
  meeting: 'Answer given in a meeting to',
};

/** "Reply to CM-2026-000123-L02, v1.0" */
export const replyDocument = (channel: ReplyChannel, reference: string, version: string): string =>
  `${DOCUMENTS[channel]} ${reference}, ${version}`;
