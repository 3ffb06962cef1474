/** What a search in the library found: where it stands, the words around it, and the way there. */
import { Link } from '@remix-run/react';
import { Empty, Panel } from '../../ui/page';
import { useSearchLink } from '../../ui/table';
import { type Found, PLACES, type SearchResult } from './library-list';

const Pieces = ({ pieces }: { pieces: string[] }) => (
  <>
    {pieces.map((piece, at) =>
      at % 2 === 1 ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
        <mark key={at} className="rounded-[2px] bg-warning/40 text-inherit">
          {piece}
        </mark>
      ) : (
        piece
      ),
    )}
  </>
);

const Hit = ({ hit }: { hit: Found }) => (
  <li className="border-t border-base-300 py-2">
    <a href={hit.address} className="inline-block min-h-6 font-medium underline underline-offset-2">
      {hit.place === 'instrument' ? hit.name : `${hit.name} · ${hit.id}`}
    </a>{' '}
    <span className="quiet">
      {PLACES[hit.place].toLowerCase().replace(/s$/, '')}
      {hit.earlier ? ` · earlier edition, ${hit.earlier}` : ''}
    </span>
    <p>
      <Pieces pieces={hit.pieces} />
    </p>
    {hit.citation ? <p className="quiet text-[0.93em]">{hit.citation}</p> : null}
  </li>
);

function Places({ places, chosen }: Pick<SearchResult, 'places' | 'chosen'>) {
  const link = useSearchLink();
  const all = places.reduce((sum, { count }) => sum + count, 0);
  const tabs = [
    { place: null, label: 'Everywhere', count: all },
    ...places.map((one) => ({ ...one, label: PLACES[one.place] })),
  ];
  return (
    <nav aria-label="Where it was found" className="no-print mb-2 flex flex-wrap gap-1">
      {tabs.map(({ place, label, count }) => (
        <Link
          key={label}
          to={link({ in: place })}
          aria-current={place === chosen ? 'true' : undefined}
          className={`btn btn-sm ${place === chosen ? 'btn-neutral' : 'btn-outline border-base-300'}`}
        >
          {label} {count}
        </Link>
      ))}
    </nav>
  );
}

export function FoundInLibrary({ q, found }: { q: string; found: SearchResult }) {
  const { hits, count, places, chosen } = found;
  if (count === 0) {
    return (
      <Empty title={`Nothing in the library holds “${q}”`}>
        <p>
          Try fewer words, the number of a question (C1, Q3a), or a clause as it is printed (§4.3.2.3).{' '}
          <a href="/library">Show all instruments</a>
        </p>
      </Empty>
    );
  }
  return (
    <Panel title={`${count} ${count === 1 ? 'place' : 'places'} found`} aside={<a href="/library">All instruments</a>}>
      <Places places={places} chosen={chosen} />
      {count > hits.length ? (
        <p className="quiet mb-1">The best {hits.length} are shown; another word narrows it.</p>
      ) : null}
      <ul>
        {hits.map((hit) => (
          <Hit key={`${hit.address} ${hit.place} ${hit.pieces.join('')}`} hit={hit} />
        ))}
      </ul>
    </Panel>
  );
}
