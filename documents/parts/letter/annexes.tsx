import type { Annexes } from '../letter-model';
import { Table } from '../table';
import { Heading, P } from '../text';
import { useTheme } from '../themed';

/** What stands under the heading of an annex. */
const Note = ({ children }: { children: string }) => (
  <P withNext style={{ fontSize: useTheme().size.note }}>
    {children}
  </P>
);

/** Units or models, a row each; with the note of certificates above. */
export const DevicesAnnex = ({ devices }: { devices: Annexes['devices'] }) =>
  devices.rows.length === 0 && !devices.note ? null : (
    <>
      <Heading>Annex A: devices</Heading>
      {devices.note ? <Note>{devices.note}</Note> : null}
      <Table columns={devices.heads.map((title) => ({ title, share: 1 }))} rows={devices.rows} />
    </>
  );

const Vulnerabilities = ({ rows }: { rows: Annexes['vulnerabilities'] }) => {
  const described = rows.some((row) => row.what);
  return rows.length === 0 ? null : (
    <>
      <Heading>Annex B: vulnerabilities</Heading>
      <Note>
        Please fill in the status (not affected, affected, fixed from which version, under investigation) and your
        rating.
      </Note>
      <Table
        columns={[
          { title: 'Vulnerability', share: 1.35 },
          { title: 'Published score', share: 2.3 },
          ...(described ? [{ title: 'What it concerns', share: 1.6 }] : []),
          { title: 'Status in your device', share: 1.35 },
          { title: "Manufacturer's rating", share: 1.35 },
        ]}
        rows={rows.map((row) => [row.id, row.score, ...(described ? [row.what ?? ''] : []), '', ''])}
        least={20}
      />
    </>
  );
};

const MEANWHILE =
  'What we keep in place around the device, without touching it, until the questions are answered. Please say if one of them would harm its function.';

/** What stands around the device meanwhile. */
export const ControlsAnnex = ({
  rows,
  heading = 'Annex C: interim controls',
  note = MEANWHILE,
}: {
  rows: Annexes['controls'];
  heading?: string;
  note?: string | null;
}) =>
  rows.length === 0 ? null : (
    <>
      <Heading>{heading}</Heading>
      {note ? <Note>{note}</Note> : null}
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
    <DevicesAnnex devices={annexes.devices} />
    <Vulnerabilities rows={annexes.vulnerabilities} />
    <ControlsAnnex rows={annexes.controls} />
    <Clauses rows={annexes.clauses} />
  </>
);
