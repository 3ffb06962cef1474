import { dateInWords, type Frame } from '../document';
import { Labelled, Listed, Section } from '../parts/letter/pieces';
import { PageShell } from '../parts/page-shell';
import { type Column, Table } from '../parts/table';
import { P } from '../parts/text';
import { Title } from '../parts/title';
import type { SupplierRecord } from './model';
import { StageStatistics } from './stage';

/** A table under a heading; where there is no row, the sentence that says so. */
const Rows = ({
  heading,
  columns,
  rows,
  none,
}: {
  heading: string;
  columns: Column[];
  rows: string[][];
  none: string;
}) => (
  <Section heading={heading}>{rows.length === 0 ? <P>{none}</P> : <Table columns={columns} rows={rows} />}</Section>
);

const day = (iso: string) => (iso ? dateInWords(iso) : '–');

/** How a supplier answers, for a contract meeting: what is overdue first, then the statistics and what they rest on. */
export const SupplierRecordDocument = ({ model, frame }: { model: SupplierRecord; frame: Frame }) => (
  <PageShell
    frame={frame}
    shell={{
      title: `Supplier record: ${model.supplier}`,
      subject: 'How a supplier answers letters about the security of medical devices',
      author: model.organisation,
      language: model.language,
      reference: `Supplier record: ${model.supplier}`,
      version: dateInWords(model.date),
      mark: null,
    }}
  >
    <Title over={`${model.organisation} · supplier record of ${dateInWords(model.date)}`}>{model.supplier}</Title>
    <Labelled
      heading="In short"
      entries={[
        { label: 'Letters sent', value: `from ${dateInWords(model.period.from)} to ${dateInWords(model.period.to)}` },
        ...model.summary,
      ]}
    />
    <Rows
      heading="Overdue"
      none="Nothing is overdue."
      columns={[
        { title: 'Letter', share: 1.7 },
        { title: 'Subject', share: 2.8 },
        { title: 'What', share: 1.4 },
        { title: 'Due', share: 1.4 },
        { title: 'Days late', share: 0.8 },
      ]}
      rows={model.overdue.map((one) => [one.reference, one.subject, one.what, day(one.due), String(one.days)])}
    />
    <Section heading="How long answers take">
      {model.statistics.length === 0 ? <P>No letter was sent in this time.</P> : null}
      {model.statistics.map((stage) => (
        <StageStatistics key={stage.stage} stage={stage} families={frame.families} />
      ))}
    </Section>
    <Rows
      heading="Exposure"
      none="No unit was exposed while it waited for an answer."
      columns={[
        { title: 'Cause', share: 3 },
        { title: 'Units × days', share: 1 },
        { title: 'Share', share: 1 },
      ]}
      rows={model.exposure.map((one) => [one.cause, one.unitDays.toLocaleString('en-GB'), one.share])}
    />
    <Rows
      heading="Letters"
      none="No letter was sent."
      columns={[
        { title: 'Letter', share: 1.8 },
        { title: 'Subject', share: 3 },
        { title: 'Sent', share: 1.5 },
        { title: 'State', share: 1.3 },
        { title: 'Days', share: 1 },
      ]}
      rows={model.letters.map((one) => [one.reference, one.subject, day(one.sent), one.state, one.days])}
    />
    <Rows
      heading="Contradicting statements"
      none="None is known."
      columns={[
        { title: 'Subject', share: 1.6 },
        { title: 'One statement', share: 2.2 },
        { title: 'The other', share: 2.2 },
        { title: 'State', share: 1.1 },
      ]}
      rows={model.contradictions.map((one) => [one.subject, one.one, one.other, one.state])}
    />
    <Listed heading="How the numbers were made" items={model.method} />
  </PageShell>
);
