/** The forms of a campaign. */
import { z } from 'zod';
import { readVulnerabilities, type Vulnerability } from '../changes/vulnerability-input';
import { SEVERITY_IDS, THEMES } from '../letters/letter-choices';
import { optionalDate, optionalText, requiredText } from '../text-input';

/** More than these are several campaigns: each is a question on paper. */
export const MOST_VULNERABILITIES = 60;
const LONGEST_TITLE = 300;

const uuids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [...new Set([given ?? []].flat())].filter((id) => z.uuid().safeParse(id).success));

const cves = requiredText('Name at least one vulnerability, one CVE a line.').transform((text, context) => {
  const read = readVulnerabilities(text);
  const problems = read.ok ? [] : read.problems;
  if (read.ok && read.vulnerabilities.length > MOST_VULNERABILITIES) {
    problems.push(`At most ${MOST_VULNERABILITIES} vulnerabilities; make several campaigns of them.`);
  }
  for (const message of problems) context.addIssue({ code: 'custom', message });
  return read.ok && problems.length === 0 ? read.vulnerabilities : z.NEVER;
});

const ask = {
  /** Ids of the models a person ticked. */
  models: uuids,
  severity: z.enum(SEVERITY_IDS).optional(),
  theme: z.enum(THEMES).optional(),
  reply_by: optionalDate(),
};

export const AskMakersForm = z.object(ask);

export const NewCampaignForm = z.object({
  ...ask,
  title: requiredText('Give the campaign a name.').refine(
    (text) => text.length <= LONGEST_TITLE,
    `At most ${LONGEST_TITLE} characters.`,
  ),
  why: optionalText(),
  vulnerabilities: cves,
});

export type AskMakers = z.output<typeof AskMakersForm>;
export type NewCampaign = z.output<typeof NewCampaignForm>;
export type { Vulnerability };
