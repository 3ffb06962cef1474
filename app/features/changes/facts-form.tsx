/** The facts of a change: what can still alter an outcome, what is taken as given, what was said. */
import { Link, useActionData } from '@remix-run/react';
import { StateBadge, TierRange } from '../../ui/badge';
import { FormErrors, PostForm } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { FactFields, type FormState } from './fact-question';
import type { FactsStep, GivenFact } from './facts-step.server';
import type { FactsSaved } from './save-facts.server';
import { stepAddress } from './steps';

const ORIGINS = { register: 'from the register', derived: 'derived', assumed: 'assumed until confirmed' };

export function FactsForm({ data, buttons }: { data: FactsStep; buttons: React.ReactNode }) {
  const refused = useActionData<Extract<FactsSaved, { ok: false }>>();
  const state: FormState = {
    kept: refused?.kept ?? null,
    errors: refused?.errors ?? {},
    conflicts: refused?.conflicts ?? [],
  };
  const { first, more, said, given } = data;
  const refusal = refused ? ['Not saved yet: an answer below needs another look. Nothing you typed is lost.'] : [];
  return (
    <PostForm className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <FormErrors errors={[...(state.errors[''] ?? []), ...refusal]} />
        <SettleFirst data={data} />
        <Panel title="What decides it">
          {first.length === 0 ? <p>{nothingFirst(data)}</p> : null}
          {first.map((fact) => (
            <FactFields key={fact.key} fact={fact} state={state} />
          ))}
        </Panel>
        {more.length > 0 ? (
          <Panel title="Also open">
            <details open={first.length === 0 || refused !== undefined || undefined}>
              <summary className="min-h-6 w-fit cursor-pointer">
                {more.length} more that can still alter an outcome, most decisive first
              </summary>
              {more.map((fact) => (
                <FactFields key={fact.key} fact={fact} state={state} />
              ))}
            </details>
          </Panel>
        ) : null}
        {said.length > 0 ? (
          <Panel title="Said so far">
            {said.map((fact) => (
              <details
                key={fact.key}
                className="border-t border-base-300 py-2 first:border-0"
                open={opened(state, fact.key)}
              >
                <summary className="min-h-6 cursor-pointer">
                  {fact.question} <strong>{fact.stated?.valueInWords}</strong>
                </summary>
                <FactFields fact={fact} state={state} />
              </details>
            ))}
          </Panel>
        ) : null}
        {given.length > 0 ? <Given facts={given} register={data.register} state={state} /> : null}
        {buttons}
      </div>
      <aside className="flex min-w-0 flex-col gap-4">
        <OutlookPanel data={data} />
      </aside>
    </PostForm>
  );
}

function nothingFirst({ settleFirst, more }: FactsStep): string {
  if (settleFirst.length > 0) return 'The questions follow from that; save, and they are asked here.';
  if (more.length > 0)
    return 'Nothing that this kind of change asks first is open; what else can alter an outcome stands below.';
  return 'No fact can still alter an outcome. Everything that decides is known, or only a person can judge it.';
}

/** A refused question inside a closed part of the page would not be found. */
const opened = (state: FormState, key: string): boolean | undefined =>
  state.errors[`fact:${key}`] !== undefined || state.conflicts.some((one) => one.key === key) || undefined;

function SettleFirst({ data }: { data: FactsStep }) {
  if (data.settleFirst.length === 0) return null;
  const { id } = data.change;
  const places: Record<string, React.ReactNode> = {
    kind: <Link to={stepAddress(id, 'what')}>what kind of change it is</Link>,
    actor: <Link to={stepAddress(id, 'where')}>who is to make it</Link>,
    change_location: <Link to={stepAddress(id, 'where')}>where it lands</Link>,
    markets: <Link to={`/devices/${data.modelId}`}>for which markets the device is certified</Link>,
  };
  return (
    <Notice kind="info" title="Say this first: until then nearly everything is open">
      <ul className="ml-5 list-disc">
        {data.settleFirst.map((key) => (
          <li key={key}>{places[key] ?? 'where your organisation is; an administrator can record it'}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Given(props: { facts: GivenFact[]; register: FactsStep['register']; state: FormState }) {
  const { facts, register, state } = props;
  return (
    <Panel title="Taken as given">
      <p className="quiet">Nobody had to state these. If one is wrong here, say so: what you state wins.</p>
      <details open={facts.some(({ key }) => opened(state, key)) || undefined}>
        <summary className="min-h-6 w-fit cursor-pointer">{facts.length} facts with their reasons</summary>
        {facts.map((fact) => (
          <details
            key={fact.key}
            className="border-t border-base-300 py-2 first:border-0"
            open={opened(state, fact.key)}
          >
            <summary className="min-h-6 cursor-pointer">
              {fact.question} <strong>{fact.valueInWords}</strong>{' '}
              <StateBadge state="plain">{ORIGINS[fact.origin]}</StateBadge> <span className="quiet">{fact.reason}</span>
            </summary>
            <FactFields fact={fact} state={state} blank />
          </details>
        ))}
        {register.length > 0 ? (
          <p className="quiet mt-2 text-[0.93em]">
            The register says where its entries come from:{' '}
            {register
              .slice(0, 12)
              .map(({ what, source }) => `${what} (${source})`)
              .join('; ')}
            .
          </p>
        ) : null}
      </details>
    </Panel>
  );
}

function OutlookPanel({ data }: { data: FactsStep }) {
  return (
    <Panel title="Where it leads so far">
      {data.outlook.length === 0 ? <p className="quiet">No chart of the library applies with what is known.</p> : null}
      <ul className="flex flex-col gap-2">
        {data.outlook.map((one) => (
          <li key={one.name} className="border-t border-base-300 pt-2 first:border-0 first:pt-0">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-medium">{one.name}</span>
              <TierRange from={one.from} to={one.to} />
            </span>
            <span className="quiet block text-[0.93em]">
              {one.forecast ? 'forecast only: ' : ''}
              {one.outcomes.join(' or ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
