/** What has to be read, and checked, before the pen is handed over. */
import { StateBadge } from '../../ui/badge';
import { PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import type { DerivedView, SignOffView } from './sign-off-view';

const SHOWN = 40;

/** Items are opened by a press that is recorded, so that "I was not shown that" has an answer. */
export function ReadingPanel({ items, signs }: { items: SignOffView['items']; signs: boolean }) {
  const left = items.filter(({ opened }) => !opened).length;
  return (
    <Panel
      id="reading"
      title="To be read before signing"
      aside={
        <StateBadge state={left === 0 ? 'settled' : 'open'}>{left === 0 ? 'all opened' : `${left} to open`}</StateBadge>
      }
    >
      {items.length === 0 ? <p className="quiet">Nothing stands out that you would have to open.</p> : null}
      <ul className="flex flex-col divide-y divide-base-300">
        {items.map((item) => (
          <li key={item.key} id={`item-${item.key}`} className="py-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3 className="font-medium">
                {item.title} <span className="quiet font-normal">({item.lines.length})</span>
              </h3>
              {item.opened || !signs ? (
                <StateBadge state={item.opened ? 'success' : 'plain'}>
                  {item.opened ? 'you opened it' : 'for signers'}
                </StateBadge>
              ) : (
                <PostForm preventScrollReset>
                  <input type="hidden" name="intent" value="open" />
                  <input type="hidden" name="key" value={item.key} />
                  <Submit small look="plain">
                    Open
                  </Submit>
                </PostForm>
              )}
            </div>
            {item.opened || !signs ? (
              <ul className="mt-1 list-disc pl-5">
                {item.lines.slice(0, SHOWN).map((line) => (
                  <li key={line} className="break-words">
                    {line}
                  </li>
                ))}
                {item.lines.length > SHOWN ? (
                  <li>and {item.lines.length - SHOWN} more on the page of the change</li>
                ) : null}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A derived answer counts and says so; before anybody signs, a person has looked at each. */
export function DerivedPanel({ derived, may, errors }: { derived: DerivedView[]; may: boolean; errors?: string[] }) {
  const open = derived.filter(({ confirmedBy }) => confirmedBy === null);
  return (
    <Panel
      id="derived"
      title="Derived answers on the path"
      flush
      aside={
        <StateBadge state={open.length === 0 ? 'settled' : 'open'}>
          {open.length === 0 ? 'all confirmed' : `${open.length} to confirm`}
        </StateBadge>
      }
    >
      {derived.length === 0 ? <p className="quiet px-4 pb-3">Every answer on the path was given by a person.</p> : null}
      {derived.length > 0 ? (
        <PostForm preventScrollReset>
          <input type="hidden" name="intent" value="confirm" />
          {errors?.length ? (
            <p role="alert" className="px-4 font-medium text-error">
              {errors.join(' ')}
            </p>
          ) : null}
          <TableRegion label="Derived answers">
            <table className="data-table stacks">
              <thead>
                <tr>
                  <th scope="col">Question</th>
                  <th scope="col">Answer</th>
                  <th scope="col">Because</th>
                  <th scope="col">Checked</th>
                </tr>
              </thead>
              <tbody>
                {derived.map((one) => (
                  <tr key={one.key} className="align-top">
                    <td data-label="Question">
                      <span className="font-medium">{one.question}</span>
                      <span className="quiet block text-[0.93em]">{one.instrument}</span>
                    </td>
                    <td data-label="Answer">{one.answer}</td>
                    <td data-label="Because">
                      {one.because}
                      <span className="quiet block text-[0.93em]">
                        {one.citation} · {one.confidence}
                      </span>
                    </td>
                    <td data-label="Checked">
                      {one.confirmedBy ? (
                        <span className="quiet">{one.confirmedBy}</span>
                      ) : may ? (
                        <label className="flex min-h-7 items-center gap-2">
                          <input type="checkbox" name="answer" value={one.key} className="checkbox checkbox-sm" />
                          <span>I checked it</span>
                        </label>
                      ) : (
                        <StateBadge state="open">not yet</StateBadge>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
          {may && open.length > 0 ? (
            <div className="px-4 py-3">
              <Submit small look="plain">
                Confirm what is ticked
              </Submit>
            </div>
          ) : null}
        </PostForm>
      ) : null}
    </Panel>
  );
}
