/**
 * What a filled MDS2 form (ANSI/NEMA HN 1-2019) says, as the variables the charts point with. A form discloses; it
 * never permits: nothing here sets covered_by_manufacturer_instructions.
 */
import type { FactKey } from '../facts/dictionary';
import { dateCode } from '../vocabulary';
import type { DerivedFact } from './derived-fact';
import type { DeviceInput } from './inputs';

type Reply = 'yes' | 'no' | undefined;

/** Derived variables of the form's answers; anything but yes or no (see note, not applicable) is no answer. */
export function fromMds2(answers: Readonly<Record<string, string>>, software: DeviceInput['software']): DerivedFact[] {
  const replies = new Map(Object.entries(answers).map(([id, text]) => [id.trim().toUpperCase(), text.trim()]));
  const reply = (id: string): Reply => {
    const word = replies.get(id)?.toLowerCase();
    return word === 'yes' || word === 'y' ? 'yes' : word === 'no' || word === 'n' ? 'no' : undefined;
  };
  const found: DerivedFact[] = [];
  const add = (key: FactKey, value: boolean | undefined, ...ids: string[]) => {
    if (value === undefined) return;
    const shown = ids.filter((id) => replies.has(id)).map((id) => `${id} ${replies.get(id)}`);
    found.push({ key, value, reason: `MDS2 ${shown.join(', ')}` });
  };
  const approvedOnly = reply('CSUP-2.4') === 'no' ? undefined : is(reply('CSUP-2.4'), 'yes');
  // Without a standing permission a patch may still be on the approved list, which the form does not hold.
  const patches = all(is(reply('CSUP-2.1'), 'yes'), is(reply('CSUP-2.2'), 'no'), approvedOnly);
  add('hospital_may_patch_os', patches, 'CSUP-2.1', 'CSUP-2.2', 'CSUP-2.4');
  add('needs_patch_approval', is(reply('CSUP-2.4'), 'no'), 'CSUP-2.4');
  const agents = all(is(reply('MLDP-2'), 'yes'), is(reply('MLDP-2.3'), 'yes'));
  add('hospital_may_install_av', agents, 'MLDP-2', 'MLDP-2.3', 'MLDP-2.8');
  add('av_forbidden_use_compensation', is(reply('MLDP-2'), 'no'), 'MLDP-2');
  add('network_ids_only', is(reply('MLDP-5.2'), 'no'), 'MLDP-5.2');
  const flowsKnown = replies.has('NAUT-2.1') || reply('CONN-6') !== undefined ? true : undefined;
  const segments = all(is(reply('CONN-2'), 'yes'), is(reply('DOC-10'), 'yes'), flowsKnown);
  add('segmentation_ready', segments, 'CONN-2', 'DOC-10', 'NAUT-2.1', 'CONN-6');
  const isolation = all(is(reply('CONN-6'), 'no'), is(reply('CONN-4'), 'no'));
  add('isolation_feasible', isolation, 'CONN-6', 'CONN-4');
  const passwords = all(is(reply('PAUT-5'), 'yes'), is(reply('SGUD-3.1'), 'yes'));
  add('credential_rotation_allowed', passwords, 'PAUT-5', 'SGUD-3.1');
  add('active_scan_allowed', is(reply('SAHD-13'), 'yes'), 'SAHD-13');
  add('rollback_available', either(is(reply('DTBK-2'), 'yes'), is(reply('DTBK-5'), 'yes')), 'DTBK-2', 'DTBK-5');
  add('eos_known', is(reply('RDMP-3'), 'yes'), 'RDMP-3');
  const [written, released] = [replies.get('DOC-7') ?? '', software?.released ?? ''];
  if (dateCode(written) !== null && dateCode(released) !== null) add('form_stale', written < released, 'DOC-7');
  return found;
}

/** Three-valued: undefined is not known. */
function is(reply: Reply, wanted: Reply): boolean | undefined {
  return reply === undefined ? undefined : reply === wanted;
}

function all(...parts: (boolean | undefined)[]): boolean | undefined {
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}

function either(...parts: (boolean | undefined)[]): boolean | undefined {
  return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
}
