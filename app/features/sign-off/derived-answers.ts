/** Answers that no person gave: derived from facts by a rule. Somebody checks each on the path before anybody signs. Pure. */
import type { AssessmentResult, TraceStep } from '../../regulation/result';

export interface DerivedAnswer {
  /** INSTRUMENT/QUESTION */
  key: string;
  instrument: string;
  edition: string;
  question: string;
  answer: 'yes' | 'no';
  because: string;
  citation: string;
  confidence: TraceStep['confidence'];
}

/** A step that rests on something no person stated: a fact derived from the register, the kind of change or another fact. */
const isDerived = ({ because }: TraceStep): boolean =>
  !because.startsWith('answered ') && (because === '' || /\((?!stated\))/.test(because));

/** Every derived answer on the path of an instrument that counts, in walking order. */
export const derivedAnswers = ({ findings }: Pick<AssessmentResult, 'findings'>): DerivedAnswer[] =>
  findings
    .filter(({ state }) => state === 'applies' || state === 'named')
    .flatMap(({ instrument, edition, trace }) =>
      trace.filter(isDerived).map(({ question, answer, because, citation, confidence }) => ({
        ...{ key: `${instrument}/${question}`, instrument, edition, question },
        ...{ answer, because, citation, confidence },
      })),
    );

/** What a confirmation is good for: another edition, answer or reason, and it has to be given anew. */
export const basisOf = ({ instrument, edition, question, answer, because }: DerivedAnswer) => ({
  ...{ instrument, edition, question, answer, because },
});
