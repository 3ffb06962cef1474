/** One campaign on one page: who was asked about which models, what came back, who was not asked yet. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Empty, Panel } from '../../ui/page';
import { Pager, TableRegion } from '../../ui/table';
import { DateText, dateInWords } from '../../ui/time';
import type { FormValues } from '../form-values';
import { LETTER_STATUS_LABELS } from '../letters/letter-status';
import type { CampaignLetter, CampaignView } from './get-campaign.server';
import { LetterFields, MakerChoice } from './maker-choice';

const MOST_SHOWN = 3;

function Models({ models }: { models: CampaignLetter['models'] }) {
  const line = ({ id, name, units }: CampaignLetter['models'][number]) => (
    <li key={id}>
      <Link to={`/devices/${id}`}>{name}</Link>
      <span className="quiet">
        {' '}
        {units === null ? 'units not counted' : `${units} ${units === 1 ? 'unit' : 'units'}`}
      </span>
    </li>
  );
  return (
    <>
      <ul>{models.slice(0, MOST_SHOWN).map(line)}</ul>
      {models.length > MOST_SHOWN ? (
        <details>
          <summary className="cursor-pointer">{models.length - MOST_SHOWN} more</summary>
          <ul>{models.slice(MOST_SHOWN).map(line)}</ul>
        </details>
      ) : null}
    </>
  );
}

const Row = ({ letter }: { letter: CampaignLetter }) => (
  <tr>
    <td>
      <Link className="inline-block py-1" to={`/suppliers/${letter.supplierId}`}>
        {letter.supplierName}
      </Link>
      <span className="block font-mono text-[0.93em]">
        <Link className="inline-block py-1" to={`/letters/${letter.id}`}>
          {letter.reference}
        </Link>
      </span>
    </td>
    <td data-label="Models">
      <Models models={letter.models} />
    </td>
    <td data-label="State">
      <StateBadge state="plain">{LETTER_STATUS_LABELS[letter.status]}</StateBadge>
      <span className="quiet block text-[0.93em]">
        {letter.sentAt ? (
          <>
            sent <DateText value={letter.sentAt} />
          </>
        ) : (
          'not sent'
        )}
        {letter.nextDue ? `, due ${dateInWords(letter.nextDue)}` : ''}
      </span>
      <span className="quiet block text-[0.93em]">
        {letter.asked - letter.open} of {letter.asked} answered
      </span>
    </td>
    <td data-label="Answers">
      <ul>
        {letter.answers.map(({ cve, answer }) => (
          <li key={cve}>
            <span className="font-mono">{cve}</span>{' '}
            {answer ? <span className="wrap-anywhere">{answer}</span> : <span className="quiet">no answer</span>}
          </li>
        ))}
      </ul>
    </td>
  </tr>
);

export function CampaignPage({ campaign, form }: { campaign: CampaignView; form: FormValues }) {
  const { letters, unasked } = campaign;
  return (
    <>
      {campaign.why ? <p className="max-w-4xl wrap-anywhere whitespace-pre-wrap">{campaign.why}</p> : null}
      <Panel title="Letters, by maker" flush>
        {letters.rows.length === 0 ? (
          <div className="p-4">
            <Empty title="No letter yet">Ask the makers below.</Empty>
          </div>
        ) : (
          <div className="px-2">
            <TableRegion label="Letters of the campaign">
              <table className="data-table stacks">
                <thead>
                  <tr>
                    <th scope="col">Maker</th>
                    <th scope="col">Models</th>
                    <th scope="col">State</th>
                    <th scope="col">Answers</th>
                  </tr>
                </thead>
                <tbody>
                  {letters.rows.map((letter) => (
                    <Row key={letter.id} letter={letter} />
                  ))}
                </tbody>
              </table>
            </TableRegion>
            <Pager before={letters.before} after={letters.after} />
          </div>
        )}
      </Panel>
      {unasked.length > 0 ? (
        <Panel title="Hit, and not asked yet">
          {campaign.mayAsk ? (
            <PostForm className="flex flex-col gap-4">
              <FormErrors errors={form.summary} />
              <MakerChoice makers={unasked} form={form} ticked={form.values('models')} />
              <LetterFields form={form} />
              <div>
                <Submit>Draft letters to these makers</Submit>
              </div>
            </PostForm>
          ) : (
            <ul>
              {unasked.map((maker) => (
                <li key={maker.id}>
                  {maker.name}: {maker.models.map(({ name }) => name).join(', ')}
                </li>
              ))}
            </ul>
          )}
        </Panel>
      ) : null}
    </>
  );
}
