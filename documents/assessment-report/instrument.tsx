import { View } from '@react-pdf/renderer';
import { ChartDrawing } from '../parts/chart-drawing';
import { CitationText } from '../parts/citation';
import { Table } from '../parts/table';
import { Bullets, Heading, Line, P, Small } from '../parts/text';
import { badgeOf, TierBadge } from '../parts/tier-badge';
import { Together } from '../parts/together';
import { size } from '../theme';
import type { Instrument, Step } from './model';

const Steps = ({ steps }: { steps: Step[] }) =>
  steps.length === 0 ? null : (
    <Table
      columns={[
        { title: 'Question', share: 2.7 },
        { title: 'Answer', share: 0.75 },
        { title: 'Because', share: 3 },
        { title: 'Source', share: 1.9 },
      ]}
      rows={steps.map((step) => [
        `${step.question}  ${step.asks}`,
        step.answer,
        step.rule ? `${step.because}\nrule ${step.rule}` : step.because,
        { element: <CitationText citation={step.citation} />, text: step.citation.text },
      ])}
    />
  );

const Open = ({ instrument }: { instrument: Instrument }) =>
  instrument.open.length === 0 ? null : (
    <>
      <Heading level={3}>Still open</Heading>
      <Table
        columns={[
          { title: 'Question', share: 3 },
          { title: 'Who can answer', share: 1.2 },
          { title: 'Yes would leave', share: 1.8 },
          { title: 'No would leave', share: 1.8 },
        ]}
        rows={instrument.open.map((open) => [`${open.question}  ${open.asks}`, open.who, open.ifYes, open.ifNo])}
      />
    </>
  );

const Obligations = ({ instrument }: { instrument: Instrument }) =>
  instrument.obligations.length === 0 ? null : (
    <>
      <Heading level={3}>What follows from it</Heading>
      <Table
        columns={[
          { title: 'Who', share: 1.1 },
          { title: 'Must', share: 3.6 },
          { title: 'Due', share: 1.4 },
          { title: 'Source', share: 1.7 },
        ]}
        rows={instrument.obligations.map((one) => [one.who, one.must, one.due, one.citation])}
      />
    </>
  );

const Details = ({ instrument }: { instrument: Instrument }) => (
  <>
    <Obligations instrument={instrument} />
    {instrument.evidence.length > 0 ? (
      <>
        <Heading level={3}>Evidence to attach</Heading>
        <Bullets items={instrument.evidence} note />
      </>
    ) : null}
    {instrument.notes.length > 0 ? (
      <>
        <Heading level={3}>Notes</Heading>
        <Bullets items={instrument.notes} note />
      </>
    ) : null}
  </>
);

interface InstrumentSectionProps {
  instrument: Instrument;
  /** Fonts of the document: a drawing does not inherit them. */
  families: string[];
  brief?: boolean;
}

/** One instrument with its path; `brief` (hints) leaves out what follows from it. */
export const InstrumentSection = ({ instrument, families, brief = false }: InstrumentSectionProps) => (
  <View>
    <Together
      of={{ ...instrument, steps: [], beyond: [], open: [], obligations: [], evidence: [], notes: [], drawings: [] }}
    >
      <Heading level={brief ? 3 : 2}>{instrument.name}</Heading>
      <Small>{`${instrument.title} · ${instrument.jurisdiction} · ${instrument.edition} · ${instrument.id}`}</Small>
      <View style={{ flexDirection: 'row', alignItems: 'flex-start', marginTop: 3, marginBottom: 3 }}>
        <TierBadge {...badgeOf(instrument)} />
        <Line style={{ flex: 1, marginLeft: 8, fontWeight: 700 }}>
          {instrument.outcomes.map((outcome) => outcome.label).join(' or ')}
        </Line>
      </View>
      <P style={{ marginBottom: 2 }}>{`Why it applies: ${instrument.applies}`}</P>
      <P style={{ marginBottom: 2 }}>{`Answers the question: ${instrument.answers}`}</P>
      {instrument.outcomes.map((outcome) => (
        <View
          key={outcome.label + outcome.meaning}
          style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 2 }}
        >
          <TierBadge mark={outcome.from} word={outcome.from} />
          <Line style={{ flex: 1, marginLeft: 6, fontSize: size.note }}>{`${outcome.label}: ${outcome.meaning}`}</Line>
        </View>
      ))}
      <P style={{ marginBottom: 3 }}>
        {instrument.path.length > 0
          ? `Path: ${instrument.path.join(' · ')}`
          : 'Path: the first question is still open.'}
      </P>
    </Together>
    {instrument.drawings.map((drawn) => (
      <View key={drawn.title} wrap={false}>
        <Heading level={3}>{drawn.title}</Heading>
        <ChartDrawing drawing={drawn.drawing} families={families} />
        <Small>{drawn.caption}</Small>
      </View>
    ))}
    <Steps steps={instrument.steps} />
    {instrument.beyond.length > 0 ? <Heading level={3}>Also answered, beyond the first open question</Heading> : null}
    <Steps steps={instrument.beyond} />
    <Open instrument={instrument} />
    {brief ? null : <Details instrument={instrument} />}
  </View>
);
