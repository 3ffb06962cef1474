/** The closed list of acts that are recorded, with the words an auditor reads. */
export const ACTIONS = {
  'session.signed_in': 'Signed in',
  'session.sign_in_failed': 'Sign-in failed',
  'session.sign_in_blocked': 'Sign-in refused for now (too many failures)',
  'session.signed_out': 'Signed out',
  'session.revoked': 'Ended another session',
  'password.changed': 'Changed own password',
  'password.change_refused': 'Password change refused',
  'person.created': 'Added a person',
  'person.changed': 'Changed a person',
  'person.deactivated': 'Deactivated a person',
  'person.reactivated': 'Reactivated a person',
  'person.password_set': 'Set a first password for a person',
  'supplier.created': 'Added a supplier',
  'supplier.changed': 'Changed a supplier',
  'supplier.retired': 'Retired a supplier',
  'supplier.restored': 'Restored a supplier',
  'contact.created': 'Added a supplier contact',
  'contact.changed': 'Changed a supplier contact',
  'contact.retired': 'Retired a supplier contact',
  'model.created': 'Added a device model',
  'model.changed': 'Changed a device model',
  'model.cumulative_set': 'Set after how many changes to look at all of them',
  'model.retired': 'Retired a device model',
  'model.restored': 'Restored a device model',
  'version.created': 'Added a software version',
  'component.created': 'Added a component',
  'component.retired': 'Retired a component',
  'mds2.answered': 'Recorded MDS2 answers',
  'certification.created': 'Added a certification',
  'certification.changed': 'Changed a certification',
  'certification.retired': 'Retired a certification',
  'unit.created': 'Added a unit',
  'unit.changed': 'Changed a unit',
  'unit.retired': 'Retired a unit',
  'unit.restored': 'Restored a unit',
  'register.exported': 'Exported a list',
  'change.proposed': 'Began a proposal',
  'change.edited': 'Edited a proposal',
  'change.submitted': 'Submitted a proposal for assessment',
  'change.waits_for_supplier': 'A change waits for the supplier',
  'change.taken_up_again': 'A change was taken up again after the supplier was asked',
  'change.withdrawn': 'Withdrew a proposal',
  'change.fact_stated': 'Stated a fact',
  'change.question_answered': 'Answered a chart question',
  'change.safety_answered': 'Answered a clinical-safety prompt',
  'change.option_described': 'Gave cost, time or evidence for an option',
  'change.assessed': 'Assessed a change',
  'assessments.exported': 'Exported assessments',
  'rerun.started': 'Began to judge past assessments again',
  'rerun.finished': 'Judged past assessments again',
  'document.drafted': 'Drafted a document',
  'document.rendered': 'Stored a rendered document',
  'document.downloaded': 'Downloaded a document',
  'document.damaged': 'Found a stored document damaged, and did not hand it out',
  'letter.drafted': 'Drafted a letter',
  'letter.edited': 'Edited a draft letter',
  'letter.approved': 'Approved a letter',
  'letter.issued': 'Issued a letter: its file is locked',
  'letter.corrected': 'Began a corrected version of a letter',
  'letter.correction_dropped': 'Dropped a corrected version: the one before stays in force',
  'letter.withdrawn': 'Withdrew a letter',
  'letter.queued': 'Put a letter into the post office',
  'letter.sent': 'Sent a letter',
  'letter.delivered': 'Recorded that a letter was delivered',
  'letter.bounced': 'Recorded that a letter did not arrive',
  'letter.acknowledged': 'A letter was acknowledged',
  'letter.answered': 'A letter was answered',
  'letter.closed': 'Closed a letter',
  'letter.reopened': 'Opened a closed letter again',
  'letter.downloaded': 'Downloaded a letter',
  'letter.damaged': 'Found the stored file of a letter damaged, and did not hand it out',
  'letter.exported': 'Exported a list of letters',
  'template.saved': 'Saved a new version of a letter template',
  'campaign.started': 'Began a campaign',
  'campaign.edited': 'Edited a campaign',
  'seal.installed': 'Installed a certificate for sealing',
  'seal.removed': 'Took a certificate for sealing away',
  'mail.sent': 'An e-mail was handed to the mail server',
  'mail.refused': 'The mail server refused an e-mail',
  'mail.failed': 'An e-mail could not be sent',
  'mail.unsure': 'It is not known whether an e-mail left',
  'mail.stopped': 'Stopped an e-mail',
  'mail.retried': 'Asked for an e-mail to be tried again',
  'link.created': 'Made a reply link',
  'link.opened': 'A reply link was opened',
  'link.revoked': 'Revoked a reply link',
  'reply.saved': 'A supplier saved part of a reply',
  'reply.received': 'A reply was received',
  'reply.recorded': 'Recorded a reply for a supplier',
  'reply.file_added': 'A file was added to a reply',
  'reply.file_removed': 'A file was taken back from a reply',
  'reply.file_refused': 'A file was refused',
  'reply.file_downloaded': 'Downloaded a file of a reply',
  'claim.confirmed': 'Confirmed a claim',
  'claim.set_aside': 'Set a claim aside',
  'claim.added': 'Took a claim out of a reply',
  'quotation.recorded': 'Recorded a quotation',
  'quotation.retired': 'Retired a quotation',
  'contradiction.found': 'Found two statements that contradict',
  'contradiction.asked': 'Drafted a question on a contradiction',
  'contradiction.settled': 'Settled a contradiction',
  'clock.policy_set': 'Set within how many days suppliers answer',
  'clock.started': 'Started the clocks of a letter',
  'clock.met': 'A date was met',
  'clock.paused': 'Paused the clocks of a letter',
  'clock.resumed': 'Let the clocks of a letter run again',
  'clock.stopped': 'Stopped a clock of a letter',
  'ladder.stopped': 'Stopped a reminder or escalation',
  'ladder.resumed': 'Let a reminder or escalation go ahead again',
  'ladder.done': 'A planned reminder or escalation was carried out',
  'supplier.exported': 'Exported the record of a supplier',
  'audit.verified': 'Verified the audit trail',
  'audit.exported': 'Exported the audit trail',
  'access.refused': 'Was refused access',
  'demonstration.seeded': 'Loaded the demonstration data',
} as const;

export type Action = keyof typeof ACTIONS;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface AuditEvent {
  action: Action;
  object: { type: string; id: string | null; ref: string | null };
  /** What was, what is, and anything else an auditor needs; never a secret. */
  detail?: Record<string, Json>;
  reason?: string;
}

/** Who acted, as written into the trail: name and role as they then were. */
export interface AuditActor {
  orgId: string;
  userId: string | null;
  name: string;
  role: string;
  requestId?: string;
  address?: string;
}

/** Organisation whose chain holds acts that belong to nobody else, such as a sign-in with an unknown address. */
export const SYSTEM_ORGANISATION = '00000000-0000-0000-0000-000000000000';
