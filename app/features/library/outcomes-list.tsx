/** Where the chart can end, and what each ending asks of whom. */
import { TierBadge } from '../../ui/badge';
import type { DutyView, OutcomeView } from './chart-page';
import { Cited } from './cited';
import { anchor } from './library-words';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const Duty = ({ duty }: { duty: DutyView }) => (
  <li>
    <strong>{capital(duty.who)}:</strong> {duty.must}
    {duty.due ? ` Due: ${duty.due}.` : ''} <Cited at={duty} />
  </li>
);

const Bullets = ({ title, items }: { title: string; items: readonly string[] }) =>
  items.length === 0 ? null : (
    <div>
      <h4 className="quiet">{title}</h4>
      <ul className="list-disc pl-5">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );

export const OutcomesList = ({ outcomes }: { outcomes: OutcomeView[] }) => (
  <div className="lg:columns-2 lg:gap-10">
    {outcomes.map((outcome) => (
      <article
        key={outcome.id}
        id={anchor(outcome.id)}
        className="flex break-inside-avoid flex-col gap-2 border-t border-base-300 py-3"
      >
        <h3 className="flex flex-wrap items-center gap-2">
          {outcome.label} <TierBadge tier={outcome.tier} />
          <span className="quiet font-mono text-[0.9em] font-normal">{outcome.id}</span>
        </h3>
        <p>{outcome.meaning}</p>
        {outcome.duties.length > 0 ? (
          <div>
            <h4 className="quiet">What it asks</h4>
            <ul className="flex list-disc flex-col gap-1 pl-5">
              {outcome.duties.map((duty) => (
                <Duty key={`${duty.who} ${duty.must}`} duty={duty} />
              ))}
            </ul>
          </div>
        ) : null}
        <Bullets title="What to attach or keep on file" items={outcome.evidence} />
        <Bullets title="Remarks" items={outcome.notes} />
      </article>
    ))}
  </div>
);
