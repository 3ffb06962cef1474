import { View } from '@react-pdf/renderer';
import { quarter } from '../theme';
import { Line, Small } from './text';
import { useTheme } from './themed';
import { Tick, WriteLine } from './tick';
import { Together } from './together';

/** One fixed answer; `fill` is the word before a line to write on ("because", "on (date)"). */
export interface Choice {
  label: string;
  fill?: string;
}

/** A numbered question with fixed answers, a line for text, its source and what its answers settle. */
export interface Question {
  number: number;
  text: string;
  /** One or two sentences in plain words under the question. */
  help?: string;
  choices: Choice[];
  /** Word before the line for free text; left out where the choices already leave room. */
  line?: string;
  /** Why it matters: what each answer would settle. */
  settles?: string[];
  /** Clause, chart box or MDS2 question it comes from. */
  from?: string;
}

const Choices = ({ choices, fontSize }: { choices: Choice[]; fontSize: number }) => (
  <View style={{ flexDirection: 'row', flexWrap: 'wrap', alignItems: 'flex-start', marginTop: 1.5 }}>
    {choices.map((choice) => (
      <View
        key={choice.label + (choice.fill ?? '')}
        style={{ flexDirection: 'row', alignItems: 'flex-start', marginRight: 14, marginBottom: 2, maxWidth: '100%' }}
      >
        <Tick />
        <Line style={{ fontSize, lineHeight: 1.3, flexShrink: 1 }}>
          {choice.fill === undefined ? choice.label : `${choice.label}${choice.fill ? ` ${choice.fill}` : ''} `}
        </Line>
        {choice.fill === undefined ? null : <WriteLine least={84} />}
      </View>
    ))}
  </View>
);

/**
 * The question as printed. A deciding one has its text in bold and says what it settles; the others are compact.
 * It is kept on one page unless its own text is long.
 */
export const QuestionBlock = ({ question, deciding = false }: { question: Question; deciding?: boolean }) => {
  const { colour, size } = useTheme();
  return (
    <Together
      of={question}
      style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: deciding ? 7 : 2.5 }}
    >
      <Line style={{ width: quarter(size.body * 2.1), fontWeight: 700, color: colour.accent }}>
        {String(question.number)}
      </Line>
      <View style={{ flex: 1 }}>
        {deciding ? (
          <Line style={{ fontWeight: 700 }}>{question.text}</Line>
        ) : (
          <Line style={{ fontSize: size.form, lineHeight: 1.3 }}>
            {question.text}
            {question.from ? <Small>{`  ${question.from}`}</Small> : null}
          </Line>
        )}
        {question.help ? <Line style={{ fontSize: size.note }}>{question.help}</Line> : null}
        <Choices choices={question.choices} fontSize={deciding ? size.body - 0.5 : size.form} />
        {question.line ? (
          <View style={{ flexDirection: 'row', alignItems: 'flex-start', marginTop: 1, marginBottom: 2 }}>
            <Line style={{ fontSize: size.note, color: colour.quiet }}>{`${question.line} `}</Line>
            <WriteLine />
          </View>
        ) : null}
        {deciding && (question.settles || question.from) ? (
          <Small>
            {[
              question.settles?.length ? `Why it matters: ${question.settles.join(' ')}` : '',
              question.from ? `From: ${question.from}.` : '',
            ]
              .filter(Boolean)
              .join(' ')}
          </Small>
        ) : null}
      </View>
    </Together>
  );
};
