import { View } from '@react-pdf/renderer';
import { dateInWords, type Frame, plain } from '../document';
import { CitationList } from '../parts/citation';
import { Letterhead } from '../parts/letterhead';
import { PageShell } from '../parts/page-shell';
import { SignatoryBlock } from '../parts/signatory';
import { Table } from '../parts/table';
import { Bullets, Heading, Line, P, Small, Words } from '../parts/text';
import { badgeOf, TierBadge } from '../parts/tier-badge';
import { Together } from '../parts/together';
import { colour, size } from '../theme';
import { InstrumentSection } from './instrument';
import type { AssessmentReport, Instrument, ThreeAnswer } from './model';

/** Law, who, safe: one below the other, each with its own answer; no common verdict. */
const Answers = ({ answers }: { answers: ThreeAnswer[] }) => (
  <View style={{ marginBottom: 6 }}>
    {answers.map((answer) => (
      <Together
        key={answer.question}
        of={answer}
        style={{
          borderWidth: 0.75,
          borderColor: colour.rule,
          borderLeftWidth: 3,
          borderLeftColor: colour.accent,
          paddingHorizontal: 9,
          paddingVertical: 5,
          marginBottom: 5,
        }}
      >
        <View style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: 1 }}>
          <Line style={{ fontWeight: 700, flex: 1, paddingRight: 8 }}>{answer.question}</Line>
          <TierBadge mark={answer.mark} word={answer.word} />
        </View>
        <Line>
          <Line style={{ fontWeight: 700 }}>{answer.headline}</Line>
          {` ${answer.text}`}
        </Line>
      </Together>
    ))}
  </View>
);

const Overview = ({ instruments }: { instruments: Instrument[] }) => (
  <>
    <Heading>By instrument</Heading>
    {instruments.length === 0 ? (
      <P>No instrument of the library could be said to apply; the reasons stand under "Left out".</P>
    ) : (
      <Table
        columns={[
          { title: 'Instrument', share: 2 },
          { title: 'Why it applies', share: 2 },
          { title: 'Outcome', share: 1.9 },
          { title: 'Tier', share: 2.2 },
          { title: 'Open', share: 0.9 },
        ]}
        rows={instruments.map((one) => [
          `${one.name}\n${one.jurisdiction} · ${one.edition}`,
          one.applies,
          one.outcomes.map((outcome) => outcome.label).join(' or '),
          { element: <TierBadge {...badgeOf(one)} />, text: '' },
          one.open.map((open) => open.question).join(', ') || '–',
        ])}
      />
    )}
  </>
);

const Ranked = ({ model }: { model: AssessmentReport }) =>
  model.ranked.length === 0 ? null : (
    <>
      <Heading>What would decide it</Heading>
      <P withNext>Open questions, the most decisive first. Nothing unknown was counted as no.</P>
      <Table
        columns={[
          { title: 'Question', share: 3.6 },
          { title: 'Who can answer', share: 1.2 },
          { title: 'Settles', share: 1.8 },
          { title: 'Narrows', share: 1 },
        ]}
        rows={model.ranked.map((question, index) => [
          `${index + 1}. ${question.text}`,
          question.who,
          question.settles,
          question.narrows,
        ])}
      />
    </>
  );

const Safety = ({ model }: { model: AssessmentReport }) =>
  model.safety.length === 0 ? null : (
    <>
      <Heading>Clinical safety, as people judged it</Heading>
      <Table
        columns={[
          { title: 'Prompt', share: 3 },
          { title: 'Judgement', share: 1.2 },
          { title: 'Condition or reason', share: 2 },
          { title: 'By', share: 1.4 },
        ]}
        rows={model.safety.map((line) => [line.prompt, line.verdict, line.condition, line.by])}
      />
    </>
  );

const Facts = ({ model }: { model: AssessmentReport }) => (
  <>
    <Heading>Facts used</Heading>
    {model.facts.length === 0 ? (
      <P>No fact was stated.</P>
    ) : (
      <Table
        columns={[
          { title: 'Fact', share: 3 },
          { title: 'Value', share: 1.5 },
          { title: 'Where it comes from', share: 2.4 },
        ]}
        rows={model.facts.map((fact) => [fact.fact, fact.value, fact.source])}
      />
    )}
  </>
);

const LeftOut = ({ model }: { model: AssessmentReport }) => (
  <>
    {model.conflicts.length > 0 ? (
      <>
        <Heading>Statements that disagree</Heading>
        <Bullets items={model.conflicts} />
      </>
    ) : null}
    {model.notApplicable.length > 0 ? (
      <>
        <Heading>Left out</Heading>
        <Table
          columns={[
            { title: 'Instrument', share: 1.6 },
            { title: 'Why they do not apply, or are not judged: in this case', share: 4 },
          ]}
          rows={model.notApplicable.map((one) => [one.instrument, one.because])}
        />
      </>
    ) : null}
    {model.ignored.length > 0 ? <P>{`Not understood and left aside: ${model.ignored.join(', ')}.`}</P> : null}
  </>
);

const Signatures = ({ model }: { model: AssessmentReport }) => (
  <>
    {model.sources.length > 0 ? (
      <>
        <Heading>Documents cited</Heading>
        <CitationList items={model.sources} />
      </>
    ) : null}
    <Together of={[model.statement, model.signatories]} most={1000}>
      <Heading>What this paper is</Heading>
      {model.statement.map((sentence) => (
        <P key={sentence}>{sentence}</P>
      ))}
      <View style={{ flexDirection: 'row', flexWrap: 'wrap' }}>
        {model.signatories.map((signatory) => (
          <View key={signatory.meaning + plain(signatory.role)} style={{ width: '33.3%', paddingRight: 14 }}>
            <SignatoryBlock signatory={signatory} width="100%" />
          </View>
        ))}
      </View>
    </Together>
  </>
);

/** The assessment of one proposed change: the answer first, then why, then the record it rests on. */
export const AssessmentReportDocument = ({ model, frame }: { model: AssessmentReport; frame: Frame }) => (
  <PageShell
    frame={frame}
    shell={{
      title: `${plain(model.reference)}: assessment of ${plain(model.title)}`,
      subject: 'Documented assessment of a security change to a medical device',
      author: plain(model.organisation.name),
      language: model.language,
      reference: plain(model.reference),
      version: model.version,
      mark: model.mark,
    }}
  >
    <Letterhead
      organisation={model.organisation.name}
      lines={model.organisation.lines}
      logo={model.organisation.logo}
      references={[
        { label: 'Reference', value: model.reference },
        { label: 'Date', value: dateInWords(model.date) },
        { label: 'Rules as of', value: dateInWords(model.asOf) },
        { label: 'Rule library', value: model.library },
        { label: 'Version', value: model.version },
      ]}
    />
    <Small style={{ fontSize: size.note }}>Assessment of a proposed change</Small>
    <P style={{ fontSize: size.title, fontWeight: 700, lineHeight: 1.25, marginBottom: 6 }}>
      <Words>{model.title}</Words>
    </P>
    <View style={{ marginBottom: 8 }}>
      {model.subject.map((entry) => (
        <View key={entry.label} style={{ flexDirection: 'row', alignItems: 'flex-start' }}>
          <Line style={{ width: 116, color: colour.quiet }}>{entry.label}</Line>
          <Line style={{ flex: 1 }}>
            <Words>{entry.value}</Words>
          </Line>
        </View>
      ))}
    </View>
    <Answers answers={model.answers} />
    {model.reasons.length > 0 ? <Bullets items={model.reasons} note /> : null}
    <Overview instruments={model.instruments} />
    <Ranked model={model} />
    {model.instruments.map((one) => (
      <InstrumentSection key={one.id} instrument={one} families={frame.families} />
    ))}
    <Safety model={model} />
    {model.hints.length > 0 ? (
      <>
        <Heading>Hints, not counted</Heading>
        <P withNext>Forecast or background: walked for information, not part of any answer above.</P>
        {model.hints.map((one) => (
          <InstrumentSection key={one.id} instrument={one} families={frame.families} brief />
        ))}
      </>
    ) : null}
    <LeftOut model={model} />
    <Facts model={model} />
    <Signatures model={model} />
  </PageShell>
);
