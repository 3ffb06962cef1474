import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Frame } from '../document';
import { Letterhead } from '../parts/letterhead';
import { PageShell } from '../parts/page-shell';
import { Table } from '../parts/table';
import { Heading, Line, P, Small } from '../parts/text';
import { useTheme } from '../parts/themed';
import { Title } from '../parts/title';
import { Together } from '../parts/together';
import type { EvidencePack, PackChapter, PackLine, PackSection } from './model';

/** A part with a bookmark; the types of the renderer do not know that property. */
const Marked = ({ title, children }: { title: string; children: ReactNode }) => (
  <View {...{ bookmark: title }}>{children}</View>
);

/** What the contents page lists, in the order of the document: each of them is a bookmark. */
export const contentsOf = (model: EvidencePack): string[] => [
  'Completeness',
  ...model.chapters.map(({ reference, title }) => `${reference}: ${title}`),
  ...(model.beyond.length > 0 ? ['Changes in pack.json only'] : []),
  'What this pack is',
];

/** One line of the contents: the title, and its page at the right. */
const Contents = ({ model, frame }: { model: EvidencePack; frame: Frame }) => {
  const { size } = useTheme();
  return (
    <View style={{ marginTop: 6 }}>
      <Heading level={3}>Contents</Heading>
      {contentsOf(model).map((title, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
        <Together key={index} of={title} style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 1.5 }}>
          <View style={{ flex: 1, paddingRight: 12 }}>
            <Line style={{ fontSize: size.note }}>{title}</Line>
          </View>
          <View style={{ width: 34 }}>
            <Line style={{ fontSize: size.note, textAlign: 'right' }}>{String(frame.contents?.[index] ?? 1)}</Line>
          </View>
        </Together>
      ))}
    </View>
  );
};

const COMPLETENESS = [
  { title: 'What an inspector looks for', share: 2.2 },
  { title: 'State', share: 1.1 },
  { title: 'In words', share: 3.2 },
];

const Lines = ({ lines }: { lines: PackLine[] }) => (
  <Table columns={COMPLETENESS} rows={lines.map(({ label, state, words }) => [label, state, words])} />
);

const Section = ({ section }: { section: PackSection }) => {
  const { heading, lead, labelled = [], columns = [], rows = [], none, more } = section;
  return (
    <Together of={[heading, lead ?? '', labelled, rows, none, more ?? '']}>
      <Heading level={3} keep={120}>
        {heading}
      </Heading>
      {lead ? <Small style={{ marginBottom: 2 }}>{lead}</Small> : null}
      {labelled.length > 0 ? (
        <Table
          columns={[
            { title: 'What', share: 1 },
            { title: 'As recorded', share: 3 },
          ]}
          rows={labelled.map(({ label, value }) => [label, value])}
        />
      ) : null}
      {rows.length > 0 ? <Table columns={columns} rows={rows} /> : null}
      {rows.length === 0 && labelled.length === 0 ? <P>{none}</P> : null}
      {more ? <Small>{more}</Small> : null}
    </Together>
  );
};

/** A change begins on a page of its own; its headings are bookmarks below its own. */
const Chapter = ({ chapter }: { chapter: PackChapter }) => (
  <Marked title={`${chapter.reference}: ${chapter.title}`}>
    <Title over={`${chapter.reference} · ${chapter.state}`}>{chapter.title}</Title>
    <Heading level={3}>Not evidenced</Heading>
    {chapter.missing.length === 0 ? (
      <P>Every line that applies to this change is evidenced.</P>
    ) : (
      <Lines lines={chapter.missing} />
    )}
    {chapter.sections.map((section) => (
      <Marked key={section.heading} title={section.heading}>
        <Section section={section} />
      </Marked>
    ))}
  </Marked>
);

const Cover = ({ model, frame }: { model: EvidencePack; frame: Frame }) => (
  <>
    <Letterhead
      organisation={model.organisation.name}
      lines={model.organisation.lines}
      references={[
        { label: 'Scope', value: model.scope },
        { label: 'Cut at event', value: String(model.cut.seq) },
        { label: 'Time', value: model.cut.at },
      ]}
    />
    <Title over="Evidence pack">{model.title}</Title>
    <P>{`Everything recorded up to event ${model.cut.seq} of the audit trail (${model.cut.at}) is in this pack, and nothing after it. ${model.summary}`}</P>
    <Small>{`SHA-256 of that event, which covers every event before it: ${model.cut.hash}`}</Small>
    <Heading level={3}>In this pack</Heading>
    <Table
      columns={[
        { title: 'What', share: 1 },
        { title: 'How many', share: 3 },
      ]}
      rows={model.counts.map(({ label, value }) => [label, value])}
    />
    <Contents model={model} frame={frame} />
  </>
);

const Completeness = ({ model }: { model: EvidencePack }) => (
  <Marked title="Completeness">
    <Title over="What an inspector will look for, and whether it is there">Completeness</Title>
    <P>{model.summary}</P>
    {model.completeness.length > 0 ? <Lines lines={model.completeness} /> : null}
  </Marked>
);

const Beyond = ({ model }: { model: EvidencePack }) => (
  <Marked title="Changes in pack.json only">
    <Title over="Not printed here">Changes in pack.json only</Title>
    <P>
      These changes are in this pack with everything that is known of them: see pack.json, trail.ndjson and the folders
      beside it. Printed as well, they would make this document too long to read.
    </P>
    <Table
      columns={[
        { title: 'Change', share: 1.4 },
        { title: 'Title', share: 3.4 },
        { title: 'State', share: 1.2 },
      ]}
      rows={model.beyond.map((one) => [one.reference, one.title, one.state])}
    />
  </Marked>
);

const About = ({ model }: { model: EvidencePack }) => (
  <Marked title="What this pack is">
    <Title over="For whoever checks it">What this pack is</Title>
    {model.statement.map((sentence) => (
      <P key={sentence}>{sentence}</P>
    ))}
  </Marked>
);

/** Cover, contents, completeness, then one chapter a change. */
export const EvidencePackDocument = ({ model, frame }: { model: EvidencePack; frame: Frame }) => (
  <PageShell
    frame={frame}
    shell={{
      title: `Evidence pack: ${model.title}`,
      subject: 'Record of changes to medical devices, up to one event of the audit trail',
      author: model.organisation.name,
      language: model.language,
      reference: `Evidence pack: ${model.scope}`,
      version: `cut at event ${model.cut.seq}`,
      mark: null,
    }}
    parts={[
      <Completeness key="completeness" model={model} />,
      ...model.chapters.map((chapter) => <Chapter key={chapter.reference} chapter={chapter} />),
      ...(model.beyond.length > 0 ? [<Beyond key="beyond" model={model} />] : []),
      <About key="about" model={model} />,
    ]}
  >
    <Cover model={model} frame={frame} />
  </PageShell>
);
