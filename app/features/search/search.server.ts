/** Looks through everything people search for; five queries in one transaction, at most eight hits of a kind. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ChangeHit, changeByReference, searchChanges } from '../changes/search-changes.server';
import { type ModelHit, searchModels } from '../devices/search-models.server';
import { type LetterHit, letterByReference, searchLetters } from '../letters/search-letters.server';
import { type SupplierHit, searchSuppliers } from '../suppliers/search-suppliers.server';
import { searchUnits, type UnitHit } from '../units/search-units.server';
import { type Hits, queryOf } from './query';

export interface Found {
  q: string;
  changes: Hits<ChangeHit>;
  models: Hits<ModelHit>;
  units: Hits<UnitHit>;
  suppliers: Hits<SupplierHit>;
  letters: Hits<LetterHit>;
}

/** A reference typed in full leads straight to its record (`goTo`); anything else is looked for. */
export type SearchResult = { goTo: string } | { goTo: null; found: Found };

const NONE = { rows: [], more: false };

/** @param typed what stands in the search box, or null */
export async function search(actor: Actor, typed: string | null): Promise<SearchResult> {
  const query = queryOf(typed);
  return inOrganisation(actor, async (tx): Promise<SearchResult> => {
    if (query.reference) {
      const change = await changeByReference(tx, actor, query.reference);
      if (change) return { goTo: `/changes/${change}` };
      const letter = await letterByReference(tx, actor, query.reference);
      if (letter) return { goTo: `/letters/${letter}` };
    }
    const [devices, suppliers, documents] = [
      can(actor, 'device:read'),
      can(actor, 'supplier:read'),
      can(actor, 'document:read'),
    ];
    return {
      goTo: null,
      found: {
        q: query.text,
        changes: can(actor, 'change:read') ? await searchChanges(tx, actor, query) : NONE,
        models: devices ? await searchModels(tx, actor, query) : NONE,
        units: devices ? await searchUnits(tx, actor, query) : NONE,
        suppliers: suppliers ? await searchSuppliers(tx, actor, query) : NONE,
        letters: documents ? await searchLetters(tx, actor, query) : NONE,
      },
    };
  });
}
