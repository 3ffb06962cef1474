/** What looking at a file says about it. */

export type Examination =
  | {
      ok: true;
      mediaType: string;
      /** active_content: kept, and handed out only after a warning. */
      verdict: 'clean' | 'active_content';
      /** In words, for the supplier and for staff: "runs JavaScript". */
      findings: string[];
    }
  /** Not taken, and why. */
  | { ok: false; message: string };

/** Findings of one format; a refusal when the file is not taken at all. */
export type Findings = { findings: string[] } | { refusal: string };
