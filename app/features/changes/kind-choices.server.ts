import { CHANGE_KINDS } from '../../regulation/kinds';

/** The kinds of change for a filter; worked out on the server, so that the list page stays light. */
export const kindChoices = CHANGE_KINDS.map(({ id, label }) => ({ value: id, label }));
