/** Law, who, safe: three answers side by side, never merged into one light. */
import { StateBadge } from '../../ui/badge';
import type { Answer } from './summary';

const EDGE: Record<Answer['state'], string> = {
  open: 'border-l-warning',
  hold: 'border-l-error',
  settled: 'border-l-success',
};

function Card({ question, answer, to }: { question: string; answer: Answer; to: string }) {
  return (
    <section className={`panel border-l-4 p-4 ${EDGE[answer.state]}`} aria-label={question}>
      <div className="mb-1.5 flex flex-wrap items-start justify-between gap-2">
        <h2 className="text-base">{question}</h2>
        <StateBadge state={answer.state}>{answer.word}</StateBadge>
      </div>
      <p>
        <strong>{answer.headline}</strong> {answer.text}
      </p>
      <p className="no-print mt-1.5">
        <a href={to}>Why</a>
      </p>
    </section>
  );
}

/** `safe` comes from people's answers to the clinical-safety prompts, never from a chart. */
export function ThreeQuestions({ law, who, safe }: { law: Answer; who: Answer; safe: Answer }) {
  return (
    <div className="grid gap-3 lg:grid-cols-3">
      <Card question="Law: does it disturb the certificate?" answer={law} to="#instruments" />
      <Card question="Who may make it here?" answer={who} to="#instruments" />
      <Card question="Safe to do here, now?" answer={safe} to="#safe" />
    </div>
  );
}
