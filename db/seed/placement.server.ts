/** What stands around three demonstration models, written by the same use cases as any other. */
import type { z } from 'zod';
import { FoundForm, LineForm } from '../../app/features/baseline/baseline-form';
import { PatchForm } from '../../app/features/baseline/patch-form';
import { savePatch } from '../../app/features/baseline/patches.server';
import { addLine, recordFound } from '../../app/features/baseline/save-baseline.server';
import { HoursForm, StatementForm } from '../../app/features/placement/antivirus-form';
import { PasteForm } from '../../app/features/placement/flow-form';
import { addHours, saveStatement } from '../../app/features/placement/save-antivirus.server';
import { pasteFlows } from '../../app/features/placement/save-flow.server';
import type { SaveResult } from '../../app/features/save-result';
import type { DemoActors } from './actors';
import type { DemoModel } from './catalogue/types';
import { asSource } from './model-input';
import { PLACEMENTS, type PlacementScenario } from './placement-scenarios';

function done(result: SaveResult | null, what: string): void {
  if (!result?.ok) throw new Error(`The demonstration data was refused: ${what}: ${JSON.stringify(result)}`);
}

const read = <S extends z.ZodType>(schema: S, fields: Record<string, string>): z.output<S> => schema.parse(fields);

/** Adds what the scenarios say of these models. */
export async function seedPlacement(
  actors: DemoActors,
  models: readonly { id: string; model: DemoModel }[],
): Promise<void> {
  for (const scenario of PLACEMENTS) {
    const found = models.find(({ model }) => model.name === scenario.model);
    if (found) await seedOne(actors, found.id, found.model.maker, scenario);
  }
}

async function seedOne({ engineer }: DemoActors, id: string, maker: string, scenario: PlacementScenario) {
  const { model, baseline, found, flows, antivirus, patches } = scenario;
  const from = ([document, page, date]: readonly [string, string, string]) =>
    asSource(document ? maker : '', document ? `${document} (demonstration)` : '', page, date);
  for (const [subject, source, says, ...said] of baseline) {
    done(await addLine(engineer, id, subject, read(LineForm, { source, says, ...from(said) })), `${model}, ${subject}`);
  }
  for (const [subject, value, foundOn, how, serials] of found) {
    const look = read(FoundForm, { found: value, foundOn, how, serials });
    done(await recordFound(engineer, id, subject, look), `${model}, ${subject} found`);
  }
  if (flows) {
    const lines = read(PasteForm, { lines: flows.lines, ...from(flows.from) });
    done(await pasteFlows(engineer, id, lines), `${model}, communication matrix`);
  }
  if (antivirus) {
    const statement = read(StatementForm, { version: '0', ...antivirus.fields, ...from(antivirus.from) });
    done(await saveStatement(engineer, id, statement), `${model}, anti-virus`);
    done(await addHours(engineer, id, read(HoursForm, { scope: 'model', ...antivirus.hours })), `${model}, hours`);
  }
  for (const patch of patches) {
    const form = read(PatchForm, { version: '0', ...patch.fields, ...from(patch.from) });
    done(await savePatch(engineer, id, form), `${model}, ${patch.fields.patch}`);
  }
}
