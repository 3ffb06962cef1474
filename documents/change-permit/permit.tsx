import { View } from '@react-pdf/renderer';
import { dateInWords, type Frame, plain, type Slot } from '../document';
import { Labelled, Listed, Paragraphs, Section } from '../parts/letter/pieces';
import { Letterhead } from '../parts/letterhead';
import { PageShell } from '../parts/page-shell';
import { Table } from '../parts/table';
import { Heading, Line, P, Small, Words } from '../parts/text';
import { useTheme } from '../parts/themed';
import { Title } from '../parts/title';
import { Together } from '../parts/together';
import type { ChangePermit, PermitSignature } from './model';

const day = (slot: Slot): Slot => (typeof slot === 'string' ? dateInWords(slot) : slot);

/** Law, who, safe: one below the other, never one verdict. */
const Allowed = ({ model }: { model: ChangePermit }) => (
  <>
    <Heading>Why it is allowed</Heading>
    {model.allowed.map((one) => (
      <Together key={one.question} of={one}>
        <P>
          <Line style={{ fontWeight: 700 }}>{`${one.question} ${one.headline}`}</Line>
          {one.text ? ` ${one.text}` : ''}
        </P>
      </Together>
    ))}
    <Paragraphs of={model.why} />
  </>
);

const Risks = ({ model }: { model: ChangePermit }) => (
  <>
    <Section
      heading="Risk on four axes"
      lead="Consequence × likelihood, each from 1 to 5; the axes are not added up. “Not rated” is not “low”."
    >
      <Table
        columns={[
          { title: 'Axis', share: 1.2 },
          { title: 'Before the change', share: 2 },
          { title: 'After the change', share: 2 },
        ]}
        rows={model.risks.map((one) => [one.axis, one.before, one.after])}
      />
    </Section>
    <Section heading="Hazards">
      {model.hazards.length === 0 ? (
        <P>The hazard log of this change is empty: not evidenced.</P>
      ) : (
        <Table
          columns={[
            { title: 'No.', share: 0.6 },
            { title: 'Hazard', share: 2.2 },
            { title: 'Controls', share: 2.4 },
            { title: 'Left of the risk', share: 1.5 },
            { title: 'State', share: 1 },
          ]}
          rows={model.hazards.map((one) => [one.number, one.hazard, one.controls, one.left, one.state])}
        />
      )}
    </Section>
  </>
);

const Signature = ({ signature }: { signature: PermitSignature }) => {
  const { colour, narrow } = useTheme();
  return (
    <View style={{ width: narrow ? '100%' : '50%', paddingRight: 14, marginBottom: 7 }}>
      <View style={{ borderLeftWidth: 2, borderLeftColor: colour.accent, paddingLeft: 7 }}>
        <Line style={{ fontWeight: 700 }}>
          <Words>{signature.name}</Words>
        </Line>
        <Line>
          <Words>{signature.role}</Words>
        </Line>
        <Line>{`Meaning: ${signature.meaning}`}</Line>
        <Small>
          <Words>{signature.signed}</Words>
        </Small>
        {signature.note ? <Small>{signature.note}</Small> : null}
      </View>
    </View>
  );
};

const Signatures = ({ model }: { model: ChangePermit }) => (
  <Together of={[model.signatures, model.statement]} most={1200}>
    <Heading>Signatures</Heading>
    {model.signatures.length === 0 ? (
      <P>Not signed: until it is, this paper permits nothing.</P>
    ) : (
      <View style={{ flexDirection: 'row', flexWrap: 'wrap' }}>
        {model.signatures.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
          <Signature key={index} signature={one} />
        ))}
      </View>
    )}
    {model.statement.map((sentence) => (
      <Small key={sentence}>{sentence}</Small>
    ))}
  </Together>
);

/** What may be changed where, why, within which limits, and until when. */
export const ChangePermitDocument = ({ model, frame }: { model: ChangePermit; frame: Frame }) => (
  <PageShell
    frame={frame}
    shell={{
      title: `${plain(model.reference)}: change permit, ${plain(model.title)}`,
      subject: 'Permit for a change to a medical device in a health IT network',
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
        { label: 'Permit', value: model.reference },
        { label: 'Date', value: dateInWords(model.date) },
        { label: 'Version', value: model.version },
        { label: 'Valid until', value: day(model.validity.ends) },
      ]}
    />
    <Title over="Change permit">{plain(model.title)}</Title>
    <Labelled heading="What" entries={model.what} />
    <Labelled heading="Where" entries={model.where} />
    <Allowed model={model} />
    {model.conditions.length === 0 ? (
      <Section heading="Conditions">
        <P>None.</P>
      </Section>
    ) : (
      <Listed heading="Conditions" items={model.conditions} />
    )}
    <Labelled heading="Limits: outside of any of these it is another change" entries={model.limits} />
    <Listed heading="Watched afterwards" items={model.monitoring} />
    <Risks model={model} />
    <Labelled
      heading="Validity"
      entries={[
        { label: 'From', value: day(model.validity.begins) },
        { label: 'Until', value: day(model.validity.ends) },
      ]}
    />
    <Listed heading="It ends earlier when" items={model.validity.endsBefore} level={3} />
    <Signatures model={model} />
  </PageShell>
);
