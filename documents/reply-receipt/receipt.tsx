import type { Frame } from '../document';
import { Labelled, Section } from '../parts/letter/pieces';
import { PageShell } from '../parts/page-shell';
import { Table } from '../parts/table';
import { Line, P, Small } from '../parts/text';
import { Title } from '../parts/title';
import type { ReplyReceipt } from './model';

const Answers = ({ answers }: { answers: ReplyReceipt['answers'] }) =>
  answers.length === 0 ? (
    <P>No numbered question was answered.</P>
  ) : (
    <Table
      columns={[
        { title: 'No.', share: 0.5 },
        { title: 'Question', share: 3 },
        { title: 'Answer', share: 2 },
        { title: 'Comment', share: 2 },
      ]}
      rows={answers.map((one) => [String(one.number), one.question, one.answer, one.comment])}
    />
  );

const Files = ({ files }: { files: ReplyReceipt['files'] }) =>
  files.length === 0 ? (
    <P>No file was sent with the answer.</P>
  ) : (
    <Table
      columns={[
        { title: 'File', share: 2.2 },
        { title: 'Size', share: 0.9 },
        { title: 'SHA-256', share: 2.6 },
        { title: 'Note', share: 1.5 },
      ]}
      rows={files.map((one) => [one.name, one.size, one.sha256, one.note])}
    />
  );

/** What a supplier keeps after answering: what was received, when, under which digest. */
export const ReplyReceiptDocument = ({ model, frame }: { model: ReplyReceipt; frame: Frame }) => (
  <PageShell
    frame={frame}
    shell={{
      title: `Receipt for your answer to ${model.letter.reference}`,
      subject: 'Receipt for an answer to a letter about a medical device',
      author: model.organisation,
      language: model.language,
      reference: `Receipt for ${model.letter.reference}`,
      version: model.letter.version,
      mark: null,
    }}
  >
    <Title over={model.organisation}>{`We have received your answer to ${model.letter.reference}`}</Title>
    <Labelled
      heading="What was received"
      entries={[
        { label: 'Received', value: model.received },
        { label: 'Our letter', value: `${model.letter.reference}, ${model.letter.version}: ${model.letter.subject}` },
        { label: 'By', value: model.channel },
        ...(model.enteredBy ? [{ label: 'Entered by', value: model.enteredBy }] : []),
        { label: 'Answered by', value: model.responder.name },
        { label: 'Role', value: model.responder.role },
        ...(model.responder.email ? [{ label: 'E-mail', value: model.responder.email }] : []),
        ...(model.theirReference ? [{ label: 'Your reference', value: model.theirReference }] : []),
      ]}
    />
    <Section heading="Answers">
      <Answers answers={model.answers} />
    </Section>
    {model.message ? (
      <Section heading="Message">
        <P>{model.message}</P>
      </Section>
    ) : null}
    <Section heading="Files">
      <Files files={model.files} />
    </Section>
    <Section heading="What this receipt says">
      <P>
        It says that this content reached us at this time. It does not say that we agree with it, and nothing in it
        counts in our record until a person here has confirmed it by name.
      </P>
      <Small>SHA-256 of the content of the answer:</Small>
      <Line>{model.contentSha256}</Line>
    </Section>
  </PageShell>
);
