/** Who is to make a change, as people say it and as the dossier names it (`word`). */
export const CHANGE_ACTORS = [
  {
    id: 'hospital',
    word: 'hospital',
    label: 'The hospital itself',
    help: 'Your own clinical engineering or IT, on a unit in your care.',
  },
  {
    id: 'manufacturer',
    word: 'manufacturer',
    label: 'The maker',
    help: 'The manufacturer named on the label, with a release or a visit of its own.',
  },
  {
    id: 'manufacturers_service',
    word: "manufacturer's service",
    label: 'The maker’s service',
    help: 'Somebody the maker has authorised, acting on its instructions.',
  },
  {
    id: 'independent_servicer',
    word: 'independent servicer',
    label: 'An independent service company',
    help: 'Paid by you, not authorised by the maker.',
  },
  {
    id: 'integrator',
    word: 'integrator',
    label: 'A system integrator',
    help: 'Builds or connects systems around the device.',
  },
  {
    id: 'importer_or_distributor',
    word: 'importer_or_distributor',
    label: 'The importer or distributor',
    help: 'Brought the device to this market or sold it.',
  },
  { id: 'other', word: 'other', label: 'Somebody else', help: 'Say in the description who.' },
] as const;

export type ChangeActor = (typeof CHANGE_ACTORS)[number]['id'];

export const isChangeActor = (value: unknown): value is ChangeActor =>
  CHANGE_ACTORS.some((actor) => actor.id === value);

/** How an actor is named in a sentence; empty stays "not said yet". */
export const actorLabel = (id: string): string =>
  CHANGE_ACTORS.find((actor) => actor.id === id)?.label ?? 'not said yet';

/** The actor as the public contract writes it; undefined while nobody has said. */
export const actorWord = (id: string): string | undefined => CHANGE_ACTORS.find((actor) => actor.id === id)?.word;
