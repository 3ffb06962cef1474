/** How a value found on units is known. Pure: shared by reading and showing. */

/** From where a value is known: somebody looked at that unit, its record says so, somebody looked at some, or only the model says it. */
export type KnownBy = 'looked_at_unit' | 'unit_record' | 'looked_at_some' | 'model_record';

/** Distinct values of one subject that a page spells out. */
export const MOST_VALUES = 12;
