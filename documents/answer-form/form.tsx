import { Link, View } from '@react-pdf/renderer';
import { dateInWords, type Frame } from '../document';
import { AskBox, Listed } from '../parts/letter/pieces';
import { PageShell } from '../parts/page-shell';
import { Heading, Line, P, Small } from '../parts/text';
import { useTheme } from '../parts/themed';
import { Title } from '../parts/title';
import { Together } from '../parts/together';
import { type FieldPlace, placeOf } from './field-place';
import type { AnswerForm } from './model';

type FormQuestion = AnswerForm['questions'][number];

/** The frame of a field, as it is printed; the field itself is put where this link is (fields.ts). */
const Field = ({ place, height = 17, round = false }: { place: FieldPlace; height?: number; round?: boolean }) => {
  const { edge } = useTheme();
  const width = round ? { width: height, borderRadius: height / 2 } : { width: '100%' };
  return (
    <Link src={placeOf(place)} style={{ ...width, height }}>
      <View style={{ ...width, height, borderWidth: 0.75, borderColor: edge }} />
    </Link>
  );
};

const FieldLine = ({ label, place }: { label: string; place: FieldPlace }) => (
  <View style={{ flexDirection: 'row', alignItems: 'center', marginBottom: 4 }}>
    <Line style={{ width: 116 }}>{label}</Line>
    <View style={{ flex: 1 }}>
      <Field place={place} />
    </View>
  </View>
);

const Choices = ({ question, index }: { question: FormQuestion; index: number }) => (
  <>
    {question.choices.map((choice, place) => (
      <Together
        key={choice.id}
        of={[choice.label, choice.fill ?? '']}
        most={900}
        style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 3, marginTop: 1 }}
      >
        <View style={{ marginTop: 1.5, marginRight: 6 }}>
          <Field place={{ kind: 'choice', question: index, choice: place }} height={10} round />
        </View>
        <Line style={choice.fill === undefined ? { flex: 1 } : { maxWidth: '60%', marginRight: 6 }}>
          {choice.fill ? `${choice.label} ${choice.fill}` : choice.label}
        </Line>
        {choice.fill === undefined ? null : (
          <View style={{ flex: 1 }}>
            <Field place={{ kind: 'fill', question: index, choice: place }} height={15} />
          </View>
        )}
      </Together>
    ))}
  </>
);

/** The texts of a question for judging its height: each choice and the field for a comment take lines of their own. */
const room = (question: FormQuestion): string[] => [
  ...[question.text, question.help, question.why, question.from].map((text) => text ?? ''),
  ...question.choices.map((choice) => `${choice.label} ${choice.fill ?? ''}\n`),
  '\n\n\n',
];

const Question = ({ question, index }: { question: FormQuestion; index: number }) => {
  const { colour, size } = useTheme();
  const source = [
    question.why ? `Why it matters: ${question.why}` : '',
    question.from ? `From: ${question.from}.` : '',
  ];
  return (
    <Together of={room(question)} style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 9 }}>
      <Line style={{ width: 24, fontWeight: 700, color: colour.accent }}>{String(question.number)}</Line>
      <View style={{ flex: 1 }}>
        <Line style={{ fontWeight: 700 }}>{question.text}</Line>
        {question.help ? <Line style={{ fontSize: size.note }}>{question.help}</Line> : null}
        <View style={{ marginTop: 2 }}>
          <Choices question={question} index={index} />
        </View>
        {question.comment ? (
          <>
            <Small>Comment or document</Small>
            <Field place={{ kind: 'comment', question: index }} height={34} />
          </>
        ) : null}
        <Small>{source.filter(Boolean).join(' ')}</Small>
      </View>
    </Together>
  );
};

/** The heading above a question that begins a block, or the part of those that decide. */
const headingOf = (questions: FormQuestion[], index: number): string | undefined => {
  const group = (one: FormQuestion | undefined) =>
    one && (one.deciding ? 'The questions that decide' : (one.block ?? 'Further questions'));
  const own = group(questions[index]);
  return own === group(questions[index - 1]) ? undefined : own;
};

/** The questions of a letter as a form to fill in on screen (or on paper) and send back. */
export const AnswerFormDocument = ({ model, frame }: { model: AnswerForm; frame: Frame }) => (
  <PageShell
    frame={frame}
    shell={{
      title: `Answer form for ${model.reference}`,
      subject: 'Form for the answer to a letter about a medical device',
      author: model.organisation,
      language: 'en-GB',
      reference: `Answer form for ${model.reference}`,
      version: model.version,
      mark: null,
    }}
  >
    <Title over={`${model.organisation} · to ${model.supplier}`}>{`Answer to ${model.reference}`}</Title>
    <AskBox
      ask={`Please fill in, save and send this file back${model.answer_by ? ` by ${dateInWords(model.answer_by)}` : ''}.`}
      also={['Send it through the reply page of the letter, or to the contact named in it.']}
    />
    <FieldLine label="Our letter" place={{ kind: 'text', name: 'reference' }} />
    <FieldLine label="Version" place={{ kind: 'text', name: 'version' }} />
    <Heading>Who answers</Heading>
    <FieldLine label="Name" place={{ kind: 'text', name: 'responder_name' }} />
    <FieldLine label="Role" place={{ kind: 'text', name: 'responder_role' }} />
    <FieldLine label="E-mail" place={{ kind: 'text', name: 'responder_email' }} />
    <FieldLine label="Your reference" place={{ kind: 'text', name: 'their_reference' }} />
    {model.questions.length === 0 ? <P>The letter has no numbered questions.</P> : null}
    {model.questions.map((question, index) => {
      const heading = headingOf(model.questions, index);
      return (
        <Together key={question.number} of={room(question)}>
          {heading ? <Heading>{heading}</Heading> : null}
          <Question question={question} index={index} />
        </Together>
      );
    })}
    <Listed
      heading="Next steps"
      items={[
        'A question left empty stays open; it is counted neither as yes nor as no.',
        'Attach documents to the message or on the reply page.',
        'You get a receipt that shows what we received.',
      ]}
    />
  </PageShell>
);
