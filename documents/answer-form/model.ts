/** The questions as a PDF to fill in and send back: the same data as the reply page. */
import type { ReplyForm } from '../../app/features/letters/reply-form';

export type AnswerForm = ReplyForm;
