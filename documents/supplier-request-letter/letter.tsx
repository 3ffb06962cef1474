import { View } from '@react-pdf/renderer';
import { dateInWords, type Frame, plain } from '../document';
import { Letterhead } from '../parts/letterhead';
import { PageShell } from '../parts/page-shell';
import { QuestionBlock } from '../parts/question';
import { SignatoryBlock } from '../parts/signatory';
import { Bullets, Heading, Line, P, Small, Words } from '../parts/text';
import { Together } from '../parts/together';
import { colour, size } from '../theme';
import { LetterAnnexes } from './annexes';
import type { Deadline, SupplierRequestLetter } from './model';

const days = (deadline: Deadline) =>
  `${dateInWords(deadline.date)} (${deadline.workingDays} working ${deadline.workingDays === 1 ? 'day' : 'days'})`;

/** What we ask and by when, before anything else: the one call to action. */
const Ask = ({ model }: { model: SupplierRequestLetter }) => {
  const deciding = model.deciding.questions;
  const last = deciding.at(-1)?.number;
  const which =
    deciding.length === 0
      ? 'answer the questions below'
      : deciding.length === 1
        ? `answer question ${last}`
        : `answer questions ${deciding[0]?.number} ${deciding.length === 2 ? 'and' : 'to'} ${last}`;
  return (
    <View
      wrap={false}
      style={{
        borderLeftWidth: 3,
        borderLeftColor: colour.accent,
        backgroundColor: colour.faint,
        paddingHorizontal: 9,
        paddingVertical: 5,
        marginBottom: 6,
      }}
    >
      <Line style={{ fontWeight: 700 }}>{`Please ${which} by ${days(model.answer)}.`}</Line>
      <Line>{`Please acknowledge this letter by ${days(model.acknowledge)}.`}</Line>
    </View>
  );
};

const LabelledLines = ({
  entries,
}: {
  entries: { label: string; value: Parameters<typeof Words>[0]['children'] }[];
}) => (
  <View style={{ marginBottom: 5 }}>
    {entries.map((entry) => (
      <View key={entry.label} style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 1 }}>
        <Line style={{ width: 116, color: colour.quiet }}>{entry.label}</Line>
        <Line style={{ flex: 1 }}>
          <Words>{entry.value}</Words>
        </Line>
      </View>
    ))}
  </View>
);

const Deciding = ({ model }: { model: SupplierRequestLetter }) => {
  const [first, ...rest] = model.deciding.questions;
  if (!first) return null;
  return (
    <>
      <Together of={[model.deciding.intro, first]}>
        <Heading>The questions that decide</Heading>
        <P>{model.deciding.intro}</P>
        <QuestionBlock question={first} deciding />
      </Together>
      {rest.map((question) => (
        <QuestionBlock key={question.number} question={question} deciding />
      ))}
    </>
  );
};

const Further = ({ model }: { model: SupplierRequestLetter }) => (
  <>
    {model.further.blocks.map((block, index) => {
      const [first, ...rest] = block.questions;
      if (!first) return null;
      return (
        <View key={block.letter}>
          <Together of={[model.further.intro, block.letter, block.title, first]}>
            {index === 0 ? <Heading>What else we need to know</Heading> : null}
            {index === 0 ? <P>{model.further.intro}</P> : null}
            <Heading level={3}>{`${block.letter}  ${block.title}`}</Heading>
            <QuestionBlock question={first} />
          </Together>
          {rest.map((question) => (
            <QuestionBlock key={question.number} question={question} />
          ))}
        </View>
      );
    })}
  </>
);

const Close = ({ model }: { model: SupplierRequestLetter }) => (
  <>
    <Together of={model.reply}>
      <Heading>Next steps</Heading>
      <Bullets items={model.reply} />
    </Together>
    <Together of={model.silence}>
      <Heading level={3}>If we have no answer by the date above</Heading>
      <Bullets items={model.silence} />
    </Together>
    <Together of={[model.closing, model.signatory, model.basis]}>
      <P style={{ marginTop: 4, marginBottom: 0 }}>{model.closing}</P>
      <SignatoryBlock signatory={model.signatory} />
      {model.basis.map((sentence) => (
        <Small key={sentence}>{sentence}</Small>
      ))}
    </Together>
  </>
);

/** The letter that asks a supplier what only the supplier can answer: the deciding questions first, fixed answers. */
export const SupplierRequestLetterDocument = ({ model, frame }: { model: SupplierRequestLetter; frame: Frame }) => (
  <PageShell
    frame={frame}
    shell={{
      title: `${plain(model.reference)}: ${model.subject.map(plain).join('')}`,
      subject: 'Request to the supplier about a security change to a medical device',
      author: plain(model.sender.organisation),
      language: model.language,
      reference: plain(model.reference),
      version: model.version,
      mark: model.mark,
    }}
  >
    <Letterhead
      organisation={model.sender.organisation}
      lines={model.sender.lines}
      logo={model.sender.logo}
      references={[
        { label: 'Our reference', value: model.reference },
        ...(model.yourReference ? [{ label: 'Your reference', value: model.yourReference }] : []),
        { label: 'Date', value: dateInWords(model.date) },
        { label: 'Version', value: model.version },
        ...model.contact,
      ]}
    >
      <View style={{ marginTop: 12 }}>
        <Line>
          <Words>{model.recipient.name}</Words>
        </Line>
        {model.recipient.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
          <Line key={index}>
            <Words>{line}</Words>
          </Line>
        ))}
      </View>
    </Letterhead>
    <P>
      <Words>{model.salutation}</Words>
    </P>
    <P style={{ fontWeight: 700, fontSize: size.heading, marginBottom: 6 }}>
      {model.subject.map((part) => (
        <Words key={plain(part)}>{part}</Words>
      ))}
    </P>
    <Ask model={model} />
    {model.why.map((paragraph) => (
      <P key={plain(paragraph)}>
        <Words>{paragraph}</Words>
      </P>
    ))}
    <Heading>What we propose</Heading>
    <LabelledLines entries={model.proposal} />
    <Deciding model={model} />
    <Further model={model} />
    <Close model={model} />
    <LetterAnnexes annexes={model.annexes} />
  </PageShell>
);
