/** An entry of the KEV catalogue as CISA publishes it, and as it is kept here. Pure. */
import type { KevEntry } from '../records';

export interface PublishedKevEntry {
  cveID: string;
  vendorProject: string;
  product: string;
  vulnerabilityName: string;
  dateAdded: string;
  requiredAction: string;
  dueDate: string;
  knownRansomwareCampaignUse?: string;
  notes?: string;
}

const ransomware = (said = ''): KevEntry['ransomware'] => (/^known$/i.test(said) ? true : null);

/** What is kept of an entry. "Unknown" use by ransomware is not known, never no. */
export const kevEntryOf = (one: PublishedKevEntry): KevEntry => ({
  cve: one.cveID,
  vendor: one.vendorProject,
  product: one.product,
  name: one.vulnerabilityName,
  added: one.dateAdded,
  due: one.dueDate,
  requiredAction: one.requiredAction,
  ransomware: ransomware(one.knownRansomwareCampaignUse),
  notes: one.notes ?? '',
});
