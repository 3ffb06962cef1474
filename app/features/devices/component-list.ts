/** Words on a model's component list as a whole. Pure. */

/** That the maker was asked and gave none: a fact with a date, and not the same as nobody having asked. */
export const NO_COMPONENT_LIST = 'none given';
