/** The kinds of change as a person looks for them: first whether the device is touched at all, then what for. */
import { changeKind } from '../../regulation/kinds';
import type { KindId } from '../../regulation/kinds/kind-ids';

export interface KindGroup {
  /** Where it lands: asked before anything else, because nearly everything hangs on it. */
  place: 'environment' | 'device' | 'either';
  title: string;
  kinds: readonly KindId[];
}

export const PLACE_TITLES: Record<KindGroup['place'], string> = {
  environment: 'In its environment: the device itself is not touched',
  device: 'On the device itself',
  either: 'Either: asked in the next step',
};

export const KIND_GROUPS: readonly KindGroup[] = [
  {
    place: 'environment',
    title: 'Network around the device',
    kinds: ['network_firewall', 'segmentation', 'passive_ids', 'inline_ips', 'isolation'],
  },
  { place: 'environment', title: 'End of use', kinds: ['decommission'] },
  {
    place: 'device',
    title: 'Patches and updates',
    kinds: ['os_patch', 'app_patch', 'firmware_update', 'component_update', 'av_signature_update', 'feature_update'],
  },
  { place: 'device', title: 'Operating system', kinds: ['os_upgrade', 'os_replacement'] },
  {
    place: 'device',
    title: 'Protection added',
    kinds: [
      'av_install',
      'edr_agent',
      'allow_listing',
      'host_firewall',
      'encryption_or_auth',
      'mfa_or_lock',
      'logging',
    ],
  },
  {
    place: 'device',
    title: 'Settings, accounts, keys',
    kinds: ['hardening', 'credential_rotation', 'certificate_renewal'],
  },
  {
    place: 'device',
    title: 'Service and repair',
    kinds: ['active_scan', 'backup_restore', 'reimage', 'rollback', 'hardware_swap'],
  },
  { place: 'device', title: 'Information only', kinds: ['security_notice'] },
  { place: 'either', title: 'Where it lands has to be said', kinds: ['remote_access', 'virtualisation'] },
];

/** What the kinds say about where the change lands: the answer, or null where a person has to give it. */
export function locationOfKinds(kinds: readonly KindId[]): 'device' | 'device_connection' | 'environment' | null {
  const places = kinds.map((id) => changeKind(id).certain.change_location);
  if (kinds.length === 0 || places.includes(undefined)) return null;
  for (const place of ['device', 'device_connection', 'environment'] as const) if (places.includes(place)) return place;
  return null;
}

/** Whether a person may say that the change lands elsewhere than its kind usually does. */
export const locationIsAsked = (kinds: readonly KindId[]): boolean =>
  locationOfKinds(kinds) === null || kinds.some((id) => changeKind(id).alsoInEnvironment === true);
