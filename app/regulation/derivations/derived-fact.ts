/** A fact that nobody stated: it follows from the device, the place, the change or its kind. Always shown with its reason. */
import type { FactKey } from '../facts/dictionary';
import type { FactValue } from '../vocabulary';

export interface DerivedFact {
  key: FactKey;
  value: FactValue;
  /** Why it holds, in words, to follow "derived: ". */
  reason: string;
  /** Taken to hold until a person confirms or contradicts it, rather than known. */
  assumed?: true;
}
