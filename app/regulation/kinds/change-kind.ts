/** What a kind of change is and what it settles by itself. All of it is derived: shown as derived, with its reason. */
import type { FactKey } from '../facts/dictionary';
import type { FactValue } from '../vocabulary';
import type { BlockName } from './blocks';
import type { KindId } from './kind-ids';

export type FactValues = Partial<Record<FactKey, FactValue>>;

export interface ChangeKind {
  id: KindId;
  /** Short name for lists and headings. */
  label: string;
  /** What the kind is, in one line. */
  what: string;
  /** Set where only one side can make such a change: nobody else is asked anything. */
  onlyBy?: 'manufacturer';
  /** True where the change may land in the environment instead: it then takes the facts of a firewall outside. */
  alsoInEnvironment?: true;
  /** True by the definition of the kind. If the proposal differs, the kind is wrong, not the fact. */
  certain: FactValues;
  /** Groups of facts that hold as well, less those that this kind leaves open. */
  blocks: readonly { block: BlockName; without: readonly FactKey[] }[];
  /** Taken to hold until somebody confirms or contradicts it. */
  assumed?: FactValues;
  /** What to ask first, in order; each only while it can still change an outcome. */
  askFirst: { hospital: readonly FactKey[]; manufacturer: readonly FactKey[] };
  /** What choosing the kind does not say. */
  notImplied: string;
}
