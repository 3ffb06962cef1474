/** What the letter is, in four lines, and its files to take along. */
import { DateText } from '../../ui/time';
import type { ReplyPage } from './get-reply-page.server';
import { ContactLines, Facts } from './reply-frame';

export function LetterSummary({ page }: { page: ReplyPage }) {
  const files = [
    ['/reply/letter.pdf', 'The letter (PDF)'],
    ...(page.asked.length > 0
      ? [
          ['/reply/answer-form.pdf', 'Answer form to fill in (PDF)'],
          ['/reply/reply-form.json', 'The questions as data (JSON)'],
        ]
      : []),
  ] as const;
  return (
    <section className="panel flex flex-col gap-3 p-4" aria-label="The letter">
      <Facts
        of={[
          ['About', page.subject],
          ['From', page.organisation],
          ['To', page.supplier],
          ['Reference', <span key="r" className="font-mono">{`${page.reference} ${page.version}`}</span>],
          ...(page.answerBy
            ? [['Please answer by', <DateText key="d" value={page.answerBy} />] as [string, React.ReactNode]]
            : []),
          ...(page.asked.length > 0
            ? [['Answered so far', `${page.answered} of ${page.asked.length}`] as [string, string]]
            : []),
        ]}
      />
      <ul className="flex flex-col sm:flex-row sm:flex-wrap sm:gap-x-5">
        {files.map(([to, label]) => (
          <li key={to} className="flex min-h-[36px] items-center">
            <a href={to} className="underline decoration-base-content/40 underline-offset-4 hover:decoration-current">
              {label}
            </a>
          </li>
        ))}
      </ul>
      {page.contact.length > 0 ? (
        <details>
          <summary className="min-h-[36px] w-fit cursor-pointer py-1.5">Whom to ask about this letter</summary>
          <div className="pt-2">
            <ContactLines contact={page.contact} />
          </div>
        </details>
      ) : null}
    </section>
  );
}
