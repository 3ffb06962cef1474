/** What documents say a device is against what is installed, subject by subject and line by line. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { compareLine, type LineState, worstLine } from './compare-installed';
import { type FoundValue, foundValues } from './found-values.server';
import { type SaidLine, saidLines } from './said-lines.server';
import { SUBJECTS } from './subjects';

/** A document's line with what becomes of it. */
export interface ComparedLine extends SaidLine {
  state: LineState;
  /** Units on which it differs. */
  unitsDiffer: number;
}

/** A value found, held against every document that speaks. */
export interface ComparedValue extends FoundValue {
  state: LineState;
}

export interface SubjectView {
  id: string;
  label: string;
  state: LineState;
  lines: ComparedLine[];
  values: ComparedValue[];
  unitsDiffer: number;
}

export interface BaselinePage {
  model: ModelHeader;
  subjects: SubjectView[];
  mayEdit: boolean;
  mayExport: boolean;
  mayAsk: boolean;
}

/** Holds lines and values of one subject against each other. Pure. */
export function compareSubject(
  subject: { id: string; label: string; exact?: true },
  said: readonly SaidLine[],
  found: readonly FoundValue[],
): SubjectView {
  const exact = subject.exact === true;
  const values = found.length > 0 ? found : [{ value: null, units: 0, knownBy: null, foundOn: null }];
  const lines = said.map((line): ComparedLine => {
    const states = values.map(({ value }) => compareLine(line.says, value, { exact, reads: line.reads }));
    const unitsDiffer = values.reduce((sum, { units }, place) => sum + (states[place] === 'differs' ? units : 0), 0);
    return { ...line, state: worstLine(states), unitsDiffer };
  });
  const compared = values.map((value): ComparedValue => {
    const states = said.map(({ says, reads }) => compareLine(says, value.value, { exact, reads }));
    return { ...value, state: said.length > 0 ? worstLine(states) : 'nobody_said' };
  });
  return {
    ...{ id: subject.id, label: subject.label, lines, values: compared },
    state: said.length > 0 ? worstLine(lines.map(({ state }) => state)) : 'nobody_said',
    unitsDiffer: compared.reduce((sum, { units, state }) => sum + (state === 'differs' ? units : 0), 0),
  };
}

/** Inside the caller's transaction; null when the organisation has no such model. */
export async function readBaseline(
  tx: Tx,
  orgId: string,
  modelId: string,
): Promise<{ model: ModelHeader; subjects: SubjectView[] } | null> {
  const model = await modelHeader(tx, orgId, modelId);
  if (!model) return null;
  const lines = await saidLines(tx, orgId, { modelId, supplierId: model.values.supplierId });
  const found = await foundValues(tx, orgId, modelId);
  const subjects = SUBJECTS.map((subject) =>
    compareSubject(
      subject,
      lines.filter((line) => line.subject === subject.id),
      found.get(subject.id) ?? [],
    ),
  );
  return { model, subjects };
}

/** Null when the organisation has no such model. */
export const getBaseline = (actor: Actor, modelId: string): Promise<BaselinePage | null> =>
  inOrganisation(actor, async (tx) => {
    const read = await readBaseline(tx, actor.orgId, modelId);
    return (
      read && {
        ...read,
        mayEdit: can(actor, 'device:write') && !read.model.retiredAt,
        mayExport: can(actor, 'device:export'),
        mayAsk: can(actor, 'document:draft'),
      }
    );
  });
