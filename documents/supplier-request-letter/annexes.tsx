import { Table } from '../parts/table';
import { Heading, P } from '../parts/text';
import { size } from '../theme';
import type { Annexes } from './model';

const note = { fontSize: size.note };

const Devices = ({ devices }: { devices: Annexes['devices'] }) => (
  <>
    <Heading>Annex A: devices</Heading>
    {devices.note ? (
      <P withNext style={note}>
        {devices.note}
      </P>
    ) : null}
    <Table columns={devices.heads.map((title) => ({ title, share: 1 }))} rows={devices.rows} />
  </>
);

const Vulnerabilities = ({ rows }: { rows: Annexes['vulnerabilities'] }) => {
  const described = rows.some((row) => row.what);
  return rows.length === 0 ? null : (
    <>
      <Heading>Annex B: vulnerabilities</Heading>
      <P withNext style={note}>
        Please fill in the status (not affected, affected, fixed from which version, under investigation) and your
        rating.
      </P>
      <Table
        columns={[
          { title: 'Vulnerability', share: 0.95 },
          { title: 'Published score', share: 3.1 },
          ...(described ? [{ title: 'What it concerns', share: 1.7 }] : []),
          { title: 'Status in your device', share: 1.25 },
          { title: "Manufacturer's rating", share: 1.25 },
        ]}
        rows={rows.map((row) => [row.id, row.score, ...(described ? [row.what ?? ''] : []), '', ''])}
        least={20}
      />
    </>
  );
};

const Controls = ({ rows }: { rows: Annexes['controls'] }) =>
  rows.length === 0 ? null : (
    <>
      <Heading>Annex C: interim controls</Heading>
      <P withNext style={note}>
        What we keep in place around the device, without touching it, until the questions are answered. Please say if
        one of them would harm its function.
      </P>
      <Table
        columns={[
          { title: 'Control', share: 2 },
          { title: 'What it does', share: 3 },
          { title: 'State', share: 1.6 },
        ]}
        rows={rows.map((row) => [row.control, row.effect, row.state])}
      />
    </>
  );

const Clauses = ({ rows }: { rows: Annexes['clauses'] }) =>
  rows.length === 0 ? null : (
    <>
      <Heading>Annex D: where the questions come from</Heading>
      <Table
        columns={[
          { title: 'Question', share: 0.7 },
          { title: 'Document', share: 1.9 },
          { title: 'Place', share: 3 },
          { title: 'How sure we are', share: 1.2 },
        ]}
        rows={rows.map((row) => [row.questions, row.document, row.place, row.confidence])}
      />
    </>
  );

/** Annexes A to D; an annex without content is left out. */
export const LetterAnnexes = ({ annexes }: { annexes: Annexes }) => (
  <>
    <Devices devices={annexes.devices} />
    <Vulnerabilities rows={annexes.vulnerabilities} />
    <Controls rows={annexes.controls} />
    <Clauses rows={annexes.clauses} />
  </>
);
