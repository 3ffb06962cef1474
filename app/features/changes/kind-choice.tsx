/** All kinds of change, grouped by where they land; several may be ticked where one release does several things. */
import { changeKind } from '../../regulation/kinds';
import { KIND_GROUPS, PLACE_TITLES } from './kind-groups';

const PLACES = ['environment', 'device', 'either'] as const;

export function KindChoice({ chosen, errors }: { chosen: readonly string[]; errors?: string[] }) {
  return (
    <fieldset className="flex flex-col gap-3" aria-describedby={errors?.length ? 'kinds-error' : undefined}>
      <legend className="mb-1 font-medium">What kind of change is it?</legend>
      <p className="quiet">
        First decide whether the device itself is touched: nearly everything hangs on that. Tick several only where they
        are made together; each is then judged by itself as well, and the strictest counts.
      </p>
      {PLACES.map((place) => (
        <div key={place} className="rounded-box border border-base-300 p-3">
          <h3 className="mb-2">{PLACE_TITLES[place]}</h3>
          <div className="gap-x-6 md:columns-2 xl:columns-3">
            {KIND_GROUPS.filter((group) => group.place === place).map((group) => (
              <fieldset key={group.title} className="mb-3 flex min-w-0 break-inside-avoid flex-col gap-1">
                <legend className="quiet mb-0.5">{group.title}</legend>
                {group.kinds.map((id) => {
                  const kind = changeKind(id);
                  return (
                    <label key={id} className="flex min-h-6 items-start gap-2">
                      <input
                        type="checkbox"
                        name="kinds"
                        value={id}
                        defaultChecked={chosen.includes(id)}
                        className="checkbox checkbox-sm mt-0.5"
                      />
                      <span>
                        <span className="font-medium">{kind.label}</span>
                        <span className="quiet block text-[0.93em]">
                          {kind.what}
                          {kind.onlyBy ? '. Only the maker does this.' : ''}
                        </span>
                      </span>
                    </label>
                  );
                })}
              </fieldset>
            ))}
          </div>
        </div>
      ))}
      {errors?.length ? (
        <p id="kinds-error" className="font-medium text-error">
          {errors.join(' ')}
        </p>
      ) : null}
    </fieldset>
  );
}
