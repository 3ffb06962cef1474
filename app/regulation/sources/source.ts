/** What is said of every document cited. */
export interface Source {
  /** Short name as it stands in a citation ("MDCG 2020-3 Rev.1"). */
  short: string;
  title: string;
  issuer: string;
  /** Date of issue, ISO: day, month or year, as precise as it is known; null when no date was seen. */
  date: string | null;
  /** Document number, docket or official number; null when there is none or none was seen. */
  number: string | null;
  /** Edition or consolidation used here. */
  edition: string;
  /** Official public page, or null when the address was not certain. */
  link: string | null;
}
