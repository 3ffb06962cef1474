/**
 * Controls that may be kept around a device without touching it while a supplier is asked (annex C of the letter).
 * Whether one is in place is a fact of the hospital: the letter leaves it as a blank unless the record says so.
 * Source of the classes: IMDRF N70 table 1 and NHS guidance on connected devices, as our own list.
 */
import type { KindId } from '../../regulation/kinds/kind-ids';

interface Control {
  control: string;
  effect: string;
  /** Kinds of change that are this very control: it is then the proposal, not what is kept meanwhile. */
  proposedBy: readonly KindId[];
}

const CONTROLS: readonly Control[] = [
  {
    control: 'Own network segment',
    effect: 'only the peers the device needs can reach it',
    proposedBy: ['segmentation', 'isolation'],
  },
  {
    control: 'Firewall at the ward',
    effect: 'only the ports the device needs are open',
    proposedBy: ['network_firewall', 'inline_ips'],
  },
  {
    control: 'Passive monitoring',
    effect: 'unusual traffic is seen and acted on',
    proposedBy: ['passive_ids'],
  },
  {
    control: 'Remote access',
    effect: 'closed; opened per task with a second factor',
    proposedBy: ['remote_access'],
  },
  {
    control: 'Access and removable media',
    effect: 'room and ports guarded; media only after a check',
    proposedBy: [],
  },
  {
    control: 'Downtime plan',
    effect: 'staff can work without device or network',
    proposedBy: [],
  },
];

/** The controls to list for a change of these kinds. */
export function interimControls(kinds: readonly KindId[]): { control: string; effect: string }[] {
  return CONTROLS.filter(({ proposedBy }) => !proposedBy.some((kind) => kinds.includes(kind))).map(
    ({ control, effect }) => ({ control, effect }),
  );
}
