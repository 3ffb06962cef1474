/** What the page on the seal shows: the certificate in force, in words. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { sealCertificate, usableSeal } from './seal-certificate.server';

export interface SealSettings {
  certificate: {
    subject: string;
    issuer: string;
    serial: string;
    fingerprint: string;
    notBefore: string;
    notAfter: string;
    installedAt: string;
  } | null;
  /** Whether letters are sealed today. */
  sealing: boolean;
  /** "Sealed at level B-B: …" or "Not sealed: …" */
  words: string;
}

/** The seal of the actor's organisation; never its key. */
export const sealSettings = (actor: Actor): Promise<SealSettings> =>
  inOrganisation(actor, async (tx) => {
    const row = await sealCertificate(tx, actor.orgId);
    const usable = usableSeal(row, new Date());
    return {
      certificate: row && {
        subject: row.subject,
        issuer: row.issuer,
        serial: row.serial,
        fingerprint: row.fingerprint,
        notBefore: row.notBefore.toISOString(),
        notAfter: row.notAfter.toISOString(),
        installedAt: row.createdAt.toISOString(),
      },
      sealing: usable.ok,
      words: usable.ok
        ? `Sealed at level B-B: letters issued from now on carry the seal of ${usable.subject}, no timestamp; this is an advanced seal at most and never a qualified one.`
        : `Not sealed: ${usable.because}. Letters are issued all the same; their SHA-256 stands in the record.`,
    };
  });
