/** What the pages on clocks show; plain data that travels to the browser. */

export interface PolicyLine {
  /** Address of its form. */
  edit: string;
  /** Null: all suppliers. */
  supplier: string | null;
  severity: string;
  /** Acknowledgement, position, fix: "10 working days". */
  terms: string[];
  origins: string[];
  reminders: string;
  escalation: string;
  calendar: string;
}

export interface PoliciesView {
  set: PolicyLine[];
  defaults: PolicyLine[];
  suppliers: { value: string; label: string }[];
  timeZone: string;
  calendars: { label: string; note: string }[];
}

export interface PreviewLine {
  what: string;
  before: string;
  after: string;
  steps: { kind: 'reminder' | 'escalation'; on: string }[];
}

export interface PolicyEditView {
  supplier: string | null;
  severity: string;
  /** False: what is shown is what holds instead. */
  isSet: boolean;
  version: number;
  fields: Record<string, string>;
  preview: PreviewLine[];
  /** The preview shows what was typed. */
  changed: boolean;
  today: string;
  calendars: { value: string; label: string }[];
}
