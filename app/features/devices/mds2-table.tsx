/** Answers of an MDS2 form by section, with what each question asks. */
import { StateBadge } from '../../ui/badge';
import { LongText, shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { SourceLine } from '../provenance/fact-list';
import type { Mds2Row } from './get-mds2.server';
import { isMds2Id, MDS2_SECTIONS, mds2Asks } from './mds2-questions';

const sectionOf = (question: string): string => (isMds2Id(question) ? question.replace(/-.*$/, '') : '');

/** CSUP-2.10 comes after CSUP-2.9. */
const inOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const titleOf = (code: string): string => {
  if (code === '') return 'Other questions';
  const title = MDS2_SECTIONS.find((section) => section.code === code)?.title;
  return title ? `${code} · ${title}` : code;
};

export function Mds2Tables({ answers }: { answers: Mds2Row[] }) {
  const codes = [...new Set(answers.map(({ question }) => sectionOf(question)))];
  const rank = (code: string) => {
    const at = MDS2_SECTIONS.findIndex((section) => section.code === code);
    return code === '' ? 1000 : at < 0 ? 500 : at;
  };
  return (
    <>
      {codes
        .sort((a, b) => rank(a) - rank(b) || inOrder(a, b))
        .map((code) => (
          <Panel key={code} title={titleOf(code)} flush>
            <TableRegion label={titleOf(code)}>
              <table className="data-table stacks md:table-fixed">
                <thead>
                  <tr>
                    <th scope="col" className="w-28">
                      Question
                    </th>
                    <th scope="col">Asks</th>
                    <th scope="col" className="w-[28%]">
                      Answer
                    </th>
                    <th scope="col" className="w-[26%]">
                      Source
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {answers
                    .filter(({ question }) => sectionOf(question) === code)
                    .sort((a, b) => inOrder(a.question, b.question))
                    .map((row, index, rows) => (
                      <tr key={row.question}>
                        <th scope="row" className="font-mono font-medium">
                          {shorten(row.question, 60)}
                        </th>
                        <td data-label="Asks">
                          {mds2Asks(row.question) ?? <span className="quiet">see the form</span>}
                        </td>
                        <td data-label="Answer">
                          <Answer text={row.answer} />
                          {row.note ? (
                            <div className="mt-0.5">
                              <LongText text={row.note} />
                            </div>
                          ) : null}
                        </td>
                        <td data-label="Source">
                          <SourceLine source={row.source} above={rows[index - 1]?.source} />
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </TableRegion>
          </Panel>
        ))}
    </>
  );
}

const Answer = ({ text }: { text: string }) =>
  text === 'yes' || text === 'no' ? (
    <StateBadge state={text === 'yes' ? 'info' : 'plain'}>{text}</StateBadge>
  ) : (
    <LongText text={text} />
  );
