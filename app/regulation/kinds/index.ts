/** All kinds of change a person may propose, in the order in which they are offered. */
import type { ChangeKind } from './change-kind';
import * as exchange from './exchange';
import { KIND_IDS, type KindId } from './kind-ids';
import * as network from './network';
import * as operation from './operation';
import * as patches from './patches';
import * as protection from './protection';

const byId = new Map<string, ChangeKind>(
  [patches, protection, operation, network, exchange].flatMap((group) =>
    Object.values<ChangeKind>(group).map((kind) => [kind.id, kind]),
  ),
);

/** Every kind, as KIND_IDS orders them. */
export const CHANGE_KINDS: readonly ChangeKind[] = KIND_IDS.map(changeKind);

/**
 * The kind behind an id.
 * @throws when the id has no kind: KIND_IDS and the kinds differ, a defect
 */
export function changeKind(id: KindId): ChangeKind {
  const kind = byId.get(id);
  if (!kind) throw new Error(`no kind of change is called ${id}`);
  return kind;
}

/** Whether a word from outside is the id of a kind. */
export function isKindId(word: string): word is KindId {
  return byId.has(word);
}

/** Names that older records use. More than one kind means that a person has to choose. */
export const OLDER_KIND_NAMES: ReadonlyMap<string, readonly KindId[]> = new Map<string, readonly KindId[]>([
  ['patch', ['os_patch', 'app_patch']],
  ['antivirus_install', ['av_install']],
  ['config_hardening', ['hardening']],
  ['port_closure', ['hardening']],
  ['network_function_disabled', ['hardening']],
  ['network_segmentation', ['segmentation']],
  ['network_isolation', ['isolation']],
  ['monitoring', ['passive_ids', 'logging']],
  ['encryption', ['encryption_or_auth']],
  ['access_control', ['encryption_or_auth']],
  ['session_timeout', ['mfa_or_lock']],
  ['credential_fix', ['app_patch']],
  ['os_version_upgrade', ['os_upgrade']],
  ['os_change', ['os_replacement']],
  ['hardware_change', ['hardware_swap']],
  ['hardware_platform_change', ['hardware_swap']],
  ['wireless_added', ['feature_update']],
  ['wireless_control', ['feature_update']],
  ['alarm_architecture', ['feature_update']],
  ['ui_change', ['feature_update']],
  ['additional_os_support', ['feature_update']],
]);

/**
 * Reads the name of a kind.
 * @returns the kind, or a sentence that says which names there are
 */
export function readKind(word: string): { ok: true; kind: KindId } | { ok: false; problem: string } {
  if (isKindId(word)) return { ok: true, kind: word };
  const meant = OLDER_KIND_NAMES.get(word);
  if (meant?.length === 1 && meant[0]) return { ok: true, kind: meant[0] };
  if (meant) return { ok: false, problem: `${word} is an older name for ${meant.join(' or ')}: say which` };
  return { ok: false, problem: `not a kind of change; the kinds are ${KIND_IDS.join(', ')}` };
}
