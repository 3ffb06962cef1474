/**
 * The questions of a letter as data: what stands in the letter, in the JSON inside its PDF, on the reply page and in
 * `letter_questions`. One shape for all four, so that an answer means the same whichever way it comes back.
 */
import { z } from 'zod';

/** One fixed answer. `value` is what it says about the question's facts when a person confirms it; absent: nothing. */
export const ReplyChoice = z.strictObject({
  /** Unique in its question: "yes", "no", "conditions", "later". */
  id: z.string().min(1).max(40),
  label: z.string().min(1),
  value: z.union([z.boolean(), z.string(), z.number(), z.array(z.string())]).optional(),
  /** Present where a text belongs to the choice ("because", a date): the word before the line, possibly empty. */
  fill: z.string().optional(),
});
export type ReplyChoice = z.output<typeof ReplyChoice>;

export const ReplyQuestion = z.strictObject({
  number: z.int().min(1),
  /**
   * What the question is about, the same in every letter that asks it: "fact:benefit_risk_worse", "block:D.permission",
   * "mds2:CSUP-2.4", "vex:CVE-2017-0144". Claims and contradictions are held together by it.
   */
  key: z.string().min(1).max(200),
  text: z.string().min(1),
  help: z.string().optional(),
  choices: z.array(ReplyChoice).min(1),
  /** A comment line is offered. */
  comment: z.boolean(),
  /** Clause or MDS2 question it comes from. */
  from: z.string().optional(),
  /** Why it matters, in words. */
  why: z.string().optional(),
  /** The assessment hangs on it; the others complete the file. */
  deciding: z.boolean(),
  /** Heading of the block it stands under, for the others. */
  block: z.string().optional(),
  /** Facts (facts.json) that a choice's `value` states; empty when none does. */
  facts: z.array(z.string()),
  /** Vulnerabilities it is about; empty: the letter as a whole. */
  cves: z.array(z.string()),
});
export type ReplyQuestion = z.output<typeof ReplyQuestion>;

/** Embedded in the PDF as `reply-form.json`, and answered by sending it back with `answers` filled in. */
export const ReplyForm = z.strictObject({
  changemark_reply: z.literal(1),
  reference: z.string().min(1),
  version: z.string().min(1),
  organisation: z.string(),
  supplier: z.string(),
  answer_by: z.iso.date().nullable(),
  questions: z.array(ReplyQuestion),
  responder: z.strictObject({ name: z.string(), role: z.string(), email: z.string().optional() }).optional(),
  answers: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        choice: z.string().optional(),
        fill: z.string().optional(),
        comment: z.string().optional(),
      }),
    )
    .optional(),
});
export type ReplyForm = z.output<typeof ReplyForm>;
