/**
 * What the text of a remediation comes to, by its words. The category cannot be trusted: advisories file "will not be
 * issuing an update" under "vendor fix". Where the words say two things, or nothing, a person has to look.
 */
import type { RemedyMeaning } from '../records';

/** Anything but the end of a sentence: a dot inside a version is none. */
const ON = '(?:[^.]|\\.(?=\\S))';
const THING =
  '(?:product |security |software |firmware |app )*(?:update|fix|fixes|patch|upgrade|release|version|mitigating patch|image)(?:e?s)?';

/** No fix, now or ever. */
const NO_FIX = [
  /\b(?:will|does|do|did|has|have) not (?:\w+ ){0,3}(?:issu|releas|provid|develop|plan|mak|receiv|offer|intend|publish|fix|patch)/i,
  new RegExp(
    `\\b(?:no|without(?: a)?) (?:further |planned |available )?${THING}\\b(?! (?:is |are )?(?:needed|required|necessary))`,
    'i',
  ),
  new RegExp(`\\b${THING} (?:is|are|will) not (?:be )?(?:planned|available|provided|released|issued|possible)`, 'i'),
  /\b(?:cannot|can ?not|can't|unable to) be (?:patched|updated|fixed|upgraded)\b/i,
  /\b(?:reached|past|are|is|after|at) (?:its |their )?end[- ]of[- ](?:life|support|service)\b/i,
  /\bno longer (?:supported|maintained|updated)\b/i,
];

/** A fix that is to come. */
const PLANNED = [
  /\b(?:plans?|planning|intends?|expects?|aims?|(?:is|are|has|have) scheduled)\b(?: to)? (?:\w+ ){0,6}?(?:releas|updat|fix|patch|upgrad|version|address|correct|remediat)/i,
  new RegExp(`\\bscheduled (?:the )?(?:release|${THING})`, 'i'),
  new RegExp(
    `\\bwill (?:\\w+ ){0,2}(?:release|issue|provide|publish|deliver|deploy)\\b${ON}{0,60}?\\b${THING}\\b`,
    'i',
  ),
  new RegExp(
    `\\b${THING}\\b${ON}{0,60}?\\bwill be (?:made )?(?:released|available|issued|published|deployed|provided)`,
    'i',
  ),
  new RegExp(`\\bworking (?:on|to)\\b[^.]{0,60}?(?:${THING}|patch|remediat|correct|integrat)`, 'i'),
  new RegExp(
    `\\b${THING}\\b${ON}{0,80}?\\b(?:(?:is|are) (?:being|in) (?:developed|development|process|progress)|(?:is|are) (?:planned|scheduled|expected|forthcoming))\\b`,
    'i',
  ),
  new RegExp(`\\bwhen\\b[^.]{0,40}\\breleases\\b[^.]{0,40}${THING}`, 'i'),
  /\bfuture (?:updates?|releases?|versions?)\b/i,
  /\bwill be (?:completed|fixed|corrected|remediated|addressed|resolved)\b/i,
];

/** A fix that is there. */
const FIX = [
  new RegExp(
    `\\b(?:has|have|had|was|were)? ?(?:released|created|developed|produced|issued|provided|published)\\b(?! (?:a |an )?(?:security |product )?(?:bulletin|notice|advisor))[^.:]{0,40}?\\b(?:${THING}|version)\\b`,
    'i',
  ),
  new RegExp(
    `\\b${THING}\\b${ON}{0,90}?\\b(?:is|are) (?:now |currently |already )?(?:available|included)\\b(?! (?:for|on|at) (?:request|additional))`,
    'i',
  ),
  /\b(?:updat|upgrad)(?:e|es|ing|ed)\b (?:\S+ ){0,6}?(?:to|with) (?:the |a )?(?:\w+ ){0,2}?(?:v?\d|version|release)/i,
  /\b(?:updat|upgrad)(?:e|ing) to (?:the )?(?:latest|newest|new)\b/i,
  /\bversions? \S{1,20} (?:\S+ ){0,6}?(?:mitigates?|remediates?|fix(?:es)?|corrects?|prevents?|addresses|resolves?)\b/i,
];

/** What one can do without a fix. */
const WORKAROUND =
  /\b(?:work-?arounds?|mitigat\w+|compensating controls?|defensive measures?|precautions?|isolat\w+|segment\w*|firewalls?|vlans?|disabl\w+|block|restrict\w*|stop using|disconnect\w*|unplug\w*|remove\w* \w+ \w+ \w* ?devices?|physical (?:and \w+ )?(?:access |security |network )?controls?|network (?:and|or) security controls?|least[- ]privilege|encrypt\w+|authentication|passwords?|rebooted|terminal servers?|best practices|turned off|monitor for)\b/i;

/** Where to ask or read on; nothing that anybody did. */
const ONLY_CONTACT =
  /^\s*(?:https?:\/\/\S+|\S+@\S+|(?:tel|phone|e-?mail|online)\b.*|(?:for|if you have|please see|please refer|refer to|users (?:with|can|should|in)|customers (?:with|can)|additional(?:ly)? (?:information|vendors))\b[^.]*\b(?:information|details?|questions?|inquiries|enquiries|concerns|support|contact|bulletin|advisor(?:y|ies))\b.*)\s*$/is;

/** @param category as published; it decides only where it says that there is no fix, or that this is none */
export function remedyMeaning(category: string, details: string): RemedyMeaning {
  const refused = NO_FIX.some((pattern) => pattern.test(details));
  // "No fix is planned" announces nothing: what was refused is taken out before looking for what was promised.
  const rest = NO_FIX.reduce((text, pattern) => text.replace(pattern, ' '), details);
  const planned = PLANNED.some((pattern) => pattern.test(rest));
  const fixed = FIX.some((pattern) => pattern.test(rest));
  if (category === 'no_fix_planned') return planned || fixed ? 'unclear' : 'no_fix';
  if (category === 'none_available') return fixed ? 'unclear' : planned ? 'fix_planned' : 'no_fix';
  if (fixed) return planned || refused ? 'unclear' : 'fix';
  if (planned) return 'fix_planned';
  if (refused) return 'no_fix';
  if (ONLY_CONTACT.test(details)) return 'unclear';
  if (category === 'workaround' || WORKAROUND.test(details)) return 'workaround';
  return 'unclear';
}
