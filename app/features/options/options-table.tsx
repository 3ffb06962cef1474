/** The same questions for every option of one group, side by side; on a phone each option becomes a card. */
import { Link } from '@remix-run/react';
import { StateBadge, TierRange } from '../../ui/badge';
import { LongText } from '../../ui/long-text';
import { SortHeading, TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { OptionView } from './compare-options.server';
import { OptionReasons } from './option-reasons';
import {
  axesInWords,
  CERTIFICATE_WORDS,
  estimateInWords,
  exposureInWords,
  MAY_ACT_WORDS,
  optionLabel,
} from './option-words';
import type { Order } from './sort-options';

const Unknown = ({ children = 'not known' }: { children?: string }) => <span className="quiet italic">{children}</span>;

function Certificate({ option: { certificate } }: { option: OptionView }) {
  const { state, tiers } = certificate;
  return (
    <>
      {tiers ? <TierRange from={tiers.least} to={tiers.worst} /> : null}
      <span className={tiers ? 'quiet block' : ''}>{CERTIFICATE_WORDS[state]}</span>
    </>
  );
}

function MayAct({ option: { mayAct, acts } }: { option: OptionView }) {
  const side = acts === 'manufacturer' ? 'the maker' : acts === 'hospital' ? 'the hospital' : null;
  if (mayAct.state === 'nothing_to_do') return <>{MAY_ACT_WORDS.nothing_to_do}</>;
  const held = mayAct.tiers?.least === 'hold';
  const state = mayAct.state === 'settled' ? 'settled' : mayAct.state === 'makers_act' ? 'plain' : 'open';
  return (
    <>
      {side ? <span className="block">Acts: {side}</span> : null}
      <StateBadge state={held ? 'hold' : state}>{held ? 'nobody yet' : MAY_ACT_WORDS[mayAct.state]}</StateBadge>
      {mayAct.state === 'settled' ? <span className="quiet block">{mayAct.outcomes[0]?.meaning}</span> : null}
    </>
  );
}

function Exposure({ option: { residual, notices } }: { option: OptionView }) {
  return (
    <>
      <strong className="font-semibold">{exposureInWords(residual)}</strong>
      {notices ? <span className="quiet block">an attack may be noticed</span> : null}
    </>
  );
}

function Evidence({ option: { evidence, evidenceState } }: { option: OptionView }) {
  if (!evidence) return <StateBadge state="warning">no evidence given</StateBadge>;
  return (
    <>
      {evidenceState === 'expired' ? <StateBadge state="warning">expired</StateBadge> : null}
      <LongText text={evidence.says} />
      {evidence.document || evidence.validUntil ? (
        <span className="quiet block">
          {evidence.document}
          {evidence.validUntil ? ` · until ${dateInWords(evidence.validUntil)}` : ''}
        </span>
      ) : null}
    </>
  );
}

/** The mark of an option another one makes pointless, with which and why. */
function Dominated({ option: { dominatedBy } }: { option: OptionView }) {
  if (dominatedBy.length === 0) return null;
  return (
    <p className="mt-1">
      <StateBadge state="warning">dominated</StateBadge>{' '}
      {dominatedBy.map(({ by, worseOn }) => `by ${optionLabel(by)}: worse on ${axesInWords(worseOn)}`).join('; ')}.
    </p>
  );
}

function Duties({ option: { warnings } }: { option: OptionView }) {
  if (warnings.length === 0) return null;
  return (
    <div className="mt-1">
      <StateBadge state="error">
        {warnings.some(({ certain }) => certain) ? 'maker’s duties pass' : 'maker’s duties may pass'}
      </StateBadge>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.instrument} ${warning.becomes}`} className="mt-0.5">
            As {warning.becomes}: {warning.clause}
            {warning.forecast ? ' (forecast)' : ''}.
            {warning.avoidedBy[0] ? ` Avoided by: ${warning.avoidedBy.slice(0, 3).map(optionLabel).join(', ')}.` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}

const Amount = ({ estimate, unit }: { estimate: OptionView['staffHours']; unit: string }) => {
  const words = estimateInWords(estimate, unit);
  if (!words) return <Unknown />;
  return (
    <>
      {words}
      <span className="quiet block">{estimate?.source}</span>
    </>
  );
};

function Row({
  option,
  changeId,
  names,
  may,
}: {
  option: OptionView;
  changeId: string;
  names: Record<string, string>;
  may: { describe: boolean; propose: boolean };
}) {
  const look = option.dominatedBy.length > 0 ? 'bg-base-200' : undefined;
  return (
    <>
      <tr id={`option-${option.option}`} className={look}>
        <th scope="row" className="font-normal!">
          <span className="quiet">{option.number}</span> <strong className="font-semibold">{option.label}</strong>{' '}
          {option.proposed ? <StateBadge state="info">as proposed</StateBadge> : null}
          <span className="quiet block">{option.what}.</span>
          <Dominated option={option} />
          <Duties option={option} />
          <span className="no-print mt-1 flex flex-wrap gap-x-4">
            {may.describe ? (
              <Link to={`/changes/${changeId}/options/${option.option}`} className="inline-block py-0.5 underline">
                Cost, time and evidence<span className="sr-only"> of {option.label}</span>
              </Link>
            ) : null}
            {may.propose && option.proposeAt ? (
              <Link to={option.proposeAt} className="inline-block py-0.5 underline">
                Propose this instead<span className="sr-only">: {option.label}</span>
              </Link>
            ) : null}
          </span>
        </th>
        <td data-label="Certificate">
          <Certificate option={option} />
        </td>
        <td data-label="Who may act">
          <MayAct option={option} />
        </td>
        <td data-label="Exposure left">
          <Exposure option={option} />
        </td>
        <td data-label="Downtime">
          <Amount estimate={option.downtimeHours} unit="hours" />
        </td>
        <td data-label="Staff time">
          <Amount estimate={option.staffHours} unit="hours" />
        </td>
        <td data-label="Lead time">
          <Amount estimate={option.leadTimeDays} unit="days" />
        </td>
        <td data-label="Evidence">
          <Evidence option={option} />
          {option.note ? (
            <div className="quiet mt-1">
              Note: <LongText text={option.note} />
            </div>
          ) : null}
        </td>
      </tr>
      <tr className={look}>
        <td colSpan={WIDTHS.length} className="border-t-0! pt-0!">
          <OptionReasons option={option} nameOf={(id) => names[id] ?? id} />
        </td>
      </tr>
    </>
  );
}

/** The same in every group, so that options of two groups can be read against each other. */
const WIDTHS = [
  ['option', 'w-[29%]'],
  ['certificate', 'w-[14%]'],
  ['who', 'w-[14%]'],
  ['exposure', 'w-[11%]'],
  ['downtime', 'w-[8%]'],
  ['staff', 'w-[8%]'],
  ['lead', 'w-[8%]'],
  ['evidence', 'w-[12%]'],
] as const;

export function OptionsTable(props: {
  title: string;
  options: readonly OptionView[];
  changeId: string;
  order: Order;
  names: Record<string, string>;
  may: { describe: boolean; propose: boolean };
}) {
  const { sort, descending } = props.order;
  const heading = (column: string, words: string) => (
    <SortHeading column={column} sorted={sort ?? ''} descending={descending}>
      {words}
    </SortHeading>
  );
  return (
    <TableRegion label={props.title}>
      <table className="data-table stacks min-w-[64rem] table-fixed max-md:min-w-0">
        <colgroup>
          {WIDTHS.map(([column, width]) => (
            <col key={column} className={width} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Certificate</th>
            <th scope="col">Who may act</th>
            {heading('exposure', 'Exposure left')}
            {heading('downtime', 'Downtime')}
            {heading('staff', 'Staff time')}
            {heading('lead', 'Lead time')}
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {props.options.map((option) => (
            <Row key={option.option} option={option} changeId={props.changeId} names={props.names} may={props.may} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
