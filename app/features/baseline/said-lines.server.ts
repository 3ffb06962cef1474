/** What documents say a model is: lines that were typed in, answers of its MDS2 form, and what its maker says. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { baselineLines, deviceModels, mds2Answers } from '../../../db/schema/index.server';
import type { BaselineSource } from '../../../db/schema/placement.server';
import { statementsOnModel } from '../claims/statements-on-model.server';
import { mds2Asks } from '../devices/mds2-questions';
import { type Source, sourceOfColumns } from '../provenance/source';
import { type Reads, readsAs, SUBJECTS, type Subject } from './subjects';

export interface SaidLine {
  /** Row of the baseline; null for what is read from the form or from what the maker says. */
  id: string | null;
  subject: string;
  source: BaselineSource;
  /** What is compared. */
  says: string;
  /** What it stands behind, where that is more than the words: "MDS2 MLDP-2: Supports anti-malware". */
  about: string;
  reads: Reads;
  from: Source;
}

const withForm = ({ mds2, said }: Subject) => [...said, ...mds2.map((id) => `mds2:${id}`)];

/** By subject and document. Four queries, whatever the number of lines. */
export async function saidLines(
  tx: Tx,
  orgId: string,
  about: { modelId: string; supplierId: string },
): Promise<SaidLine[]> {
  const typed = await tx
    .select()
    .from(baselineLines)
    .where(
      and(eq(baselineLines.orgId, orgId), eq(baselineLines.modelId, about.modelId), isNull(baselineLines.retiredAt)),
    )
    .orderBy(asc(baselineLines.createdAt), asc(baselineLines.id));
  const answers = await tx
    .select({ answer: mds2Answers, formDate: deviceModels.mds2Date })
    .from(mds2Answers)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, mds2Answers.orgId), eq(deviceModels.id, mds2Answers.modelId)))
    .where(
      and(
        eq(mds2Answers.orgId, orgId),
        eq(mds2Answers.modelId, about.modelId),
        inArray(
          mds2Answers.question,
          SUBJECTS.flatMap(({ mds2 }) => [...mds2]),
        ),
      ),
    )
    .orderBy(asc(mds2Answers.question));
  const maker = await statementsOnModel(tx, orgId, about, SUBJECTS.flatMap(withForm));
  return [
    ...typed.map(
      (row): SaidLine => ({
        ...{ id: row.id, subject: row.subject, source: row.source, says: row.says, about: '', reads: 'state' },
        from: sourceOfColumns(row),
      }),
    ),
    ...answers.flatMap(({ answer, formDate }): SaidLine[] => {
      const subject = SUBJECTS.find(({ mds2 }) => mds2.includes(answer.question));
      if (!subject) return [];
      const from = sourceOfColumns(answer);
      return [
        {
          ...{
            id: null,
            subject: subject.id,
            source: 'mds2',
            says: answer.answer,
            reads: readsAs(`mds2:${answer.question}`),
          },
          about: [`${answer.question}: ${mds2Asks(answer.question) ?? ''}`.replace(/: $/, ''), answer.note]
            .filter(Boolean)
            .join('. '),
          from: { ...from, document: from.document || 'MDS2 form', date: from.date || (formDate ?? '') },
        },
      ];
    }),
    ...maker.flatMap(({ subject: key, says, quotation, source }): SaidLine[] => {
      const subject = SUBJECTS.find((one) => withForm(one).includes(key));
      return subject
        ? [
            {
              ...{ id: null, subject: subject.id, source: 'maker_statement', says, about: quotation },
              ...{ reads: readsAs(key), from: source },
            },
          ]
        : [];
    }),
  ];
}
