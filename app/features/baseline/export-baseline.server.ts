/** A baseline as comma-separated values: one record a document and value, so that nothing is merged. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { csvDownload } from '../csv';
import { modelObject } from '../devices/model-row.server';
import { today } from '../today';
import { compareLine, LINE_WORDS } from './compare-installed';
import { readBaseline } from './get-baseline.server';
import { SOURCE_WORDS, subjectOf } from './subjects';

const HEADING = [
  ...['Subject', 'Document', 'Says', 'Question or quotation', 'Said by', 'In', 'Page', 'Dated', 'Who puts it right'],
  ...['Found', 'Units', 'Found on', 'State'],
];

/** Records the export and sends it; null when the organisation has no such model. */
export async function exportBaseline(actor: Actor, modelId: string): Promise<Response | null> {
  const read = await inOrganisation(actor, async (tx) => {
    const found = await readBaseline(tx, actor.orgId, modelId);
    if (!found) return null;
    await record(tx, auditActor(actor), {
      action: 'register.exported',
      object: modelObject(modelId, found.model.values),
      detail: { list: 'baseline' },
    });
    return found;
  });
  if (!read) return null;
  let left = [...read.subjects];
  return csvDownload(`baseline-${today()}.csv`, HEADING, async () => {
    const [subject, ...more] = left;
    if (!subject) return null;
    left = more;
    const exact = subjectOf(subject.id)?.exact === true;
    const values = subject.values.map(
      ({ value, units, foundOn }) => [value ?? 'not looked at', units, foundOn ?? 'not known'] as const,
    );
    if (subject.lines.length === 0) {
      return values.map((value) => [subject.label, ...Array<string>(8).fill('nobody said'), ...value, 'nobody said']);
    }
    return subject.lines.flatMap((line) => {
      const { label, fixes } = SOURCE_WORDS[line.source];
      const from = [line.from.saidBy, line.from.document, line.from.page, line.from.date].map(
        (one) => one || 'not said',
      );
      const said = [subject.label, label, line.says, line.about, ...from, fixes];
      return subject.values.map(({ value }, place) => [
        ...said,
        ...(values[place] ?? []),
        LINE_WORDS[compareLine(line.says, value, { exact, reads: line.reads })],
      ]);
    });
  });
}
