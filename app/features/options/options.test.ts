import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { auditEvents, changeOptions, changes } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import { draft, house, submitted } from '../changes/testing';
import { newProposal } from '../changes/what-step.server';
import { withdrawChange } from '../changes/withdraw-change.server';
import { compareOptions } from './compare-options.server';
import { describeOption } from './describe-option.server';
import { getOption } from './get-option.server';
import { OptionForm, type OptionFormInput } from './option-form';
import { stateThreat } from './state-threat.server';

/** A form as it is posted, with what the test says. */
const posted = (over: Record<string, string> = {}): OptionFormInput => OptionForm.parse({ version: '0', ...over });

const given = {
  downtime_least: '2',
  downtime_most: '4',
  downtime_source: 'Ward manager, 12 Nov',
  lead_least: '5',
  lead_source: 'Network team',
  evidence: 'Rule export and port scan of the test unit',
  evidence_document: 'NET-2026-114, page 3',
  evidence_until: '2099-01-31',
};

describe('the options of a change', () => {
  const database = testDatabase();
  afterAll(closeDatabase);

  it('are every measure, judged apart, with nothing given', async () => {
    const at = await house(database);
    const page = await compareOptions(at.auditor, await submitted(at));
    expect(page?.options).toHaveLength(15);
    expect(page?.options.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, n) => n + 1));
    expect(page?.options.find(({ proposed }) => proposed)).toMatchObject({ option: 'os_patch', proposeAt: null });
    expect(page?.options.every(({ evidenceState }) => evidenceState === 'none')).toBe(true);
    expect(page?.may).toEqual({ describe: false, propose: false, state: false });
  });

  it('take what people give, and write it into the record with the change', async () => {
    const at = await house(database);
    const id = await submitted(at);
    expect(await describeOption(at.engineer, id, 'network_firewall', posted(given))).toEqual({ ok: true, id });
    const page = await compareOptions(at.engineer, id);
    expect(page?.may).toEqual({ describe: true, propose: true, state: true });
    const option = page?.options.find((one) => one.option === 'network_firewall');
    expect(option).toMatchObject({
      downtimeHours: { least: 2, most: 4, source: 'Ward manager, 12 Nov' },
      leadTimeDays: { least: 5, most: 5, source: 'Network team' },
      staffHours: null,
      evidence: { says: given.evidence, document: 'NET-2026-114, page 3', validUntil: '2099-01-31' },
      evidenceState: 'given',
    });
    const events = await inOrganisation(at.engineer, (tx) =>
      tx.select().from(auditEvents).where(eq(auditEvents.action, 'change.option_described')),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ objectId: id, detail: { option: 'network_firewall', version: 1 } });
  });

  it('keep both apart when two people describe one at once, and lose nothing', async () => {
    const at = await house(database);
    const id = await submitted(at);
    await describeOption(at.engineer, id, 'isolation', posted({ note: 'Only at night' }));
    const late = await describeOption(at.regulatory, id, 'isolation', posted({ note: 'Never' }));
    expect(late).toMatchObject({
      ok: false,
      conflict: { version: 1, savedBy: 'Jonas Lindqvist', differences: [{ theirs: 'Only at night', typed: 'Never' }] },
    });
    const again = await describeOption(at.regulatory, id, 'isolation', posted({ note: 'Never', version: '1' }));
    expect(again).toEqual({ ok: true, id });
    expect(await getOption(at.engineer, id, 'isolation')).toMatchObject({ version: 2, fields: { note: 'Never' } });
  });

  it('write nothing when nothing changes', async () => {
    const at = await house(database);
    const id = await submitted(at);
    expect(await describeOption(at.engineer, id, 'isolation', posted())).toEqual({ ok: true, id });
    const rows = await inOrganisation(at.engineer, (tx) => tx.select().from(changeOptions));
    expect(rows).toEqual([]);
  });

  it('are not there for another organisation, nor an option the change does not have', async () => {
    const [ours, theirs] = [await house(database), await house(database, 'Southfield')];
    const id = await submitted(ours);
    expect(await compareOptions(theirs.engineer, id)).toBeNull();
    expect(await getOption(theirs.engineer, id, 'isolation')).toBeNull();
    expect(await describeOption(theirs.engineer, id, 'isolation', posted(given))).toBeNull();
    expect(await describeOption(ours.engineer, id, 'as_proposed', posted(given))).toBeNull();
    expect(await getOption(ours.engineer, id, 'as_proposed')).toBeNull();
  });

  it('are edited no more once the change is withdrawn, but still read', async () => {
    const at = await house(database);
    const id = await draft(at);
    const [row] = await inOrganisation(at.engineer, (tx) => tx.select().from(changes).where(eq(changes.id, id)));
    await withdrawChange(at.engineer, id, { version: row?.version ?? 0, reason: 'a mistake' });
    const refused = await describeOption(at.engineer, id, 'isolation', posted(given));
    expect(refused).toMatchObject({ ok: false, errors: { '': [expect.stringContaining('withdrawn')] } });
    expect((await compareOptions(at.engineer, id))?.may.describe).toBe(false);
  });

  it('narrow with what people state of the vulnerability, and tell the second of two who state it', async () => {
    const at = await house(database);
    const id = await submitted(at);
    const form = (fields: Record<string, string>) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      return data;
    };
    const before = await compareOptions(at.engineer, id);
    expect(before?.stated.exploited).toEqual({ value: '', statementId: '', by: '' });
    const said = { vector: 'adjacent', exploited: 'yes', said_by: 'CISA', document: 'KEV', seen_exploited: '' };
    expect(await stateThreat(at.engineer, id, form(said))).toEqual({ ok: true });
    const page = await compareOptions(at.engineer, id);
    expect(page?.comparison.threat).toMatchObject({ vector: 'adjacent', exploited: true });
    expect(page?.options.find(({ option }) => option === 'accept')?.residual).toMatchObject({
      least: 'high',
      greatest: 'high',
    });
    expect(page?.stated).toMatchObject({ vector: { value: 'adjacent' }, exploited: { value: 'yes' } });
    const late = await stateThreat(at.colleague, id, form({ exploited: 'no', seen_exploited: '' }));
    expect(late).toMatchObject({ ok: false, conflicts: [{ theirs: 'yes', yours: 'no' }], kept: { exploited: ['no'] } });
    expect(await stateThreat(at.engineer, id, form({ vector: 'the moon' }))).toMatchObject({
      ok: false,
      errors: { vector: ['Choose one from the list.'] },
    });
    const other = await house(database, 'Southfield');
    expect(await stateThreat(other.engineer, id, form(said))).toBeNull();
  });

  it('begin a proposal of their own, filled in', async () => {
    const at = await house(database);
    const page = await compareOptions(at.engineer, await submitted(at));
    const address = page?.options.find(({ option }) => option === 'segmentation')?.proposeAt ?? '';
    const search = new URL(address, 'https://x.example').searchParams;
    const form = await newProposal(at.engineer, search);
    expect(form).toMatchObject({
      model: { id: at.modelId },
      values: { kinds: ['segmentation'], title: [expect.stringMatching(/^Segmentation, instead of CM-/)] },
    });
    expect(page?.options.find(({ option }) => option === 'accept')?.proposeAt).toBeNull();
  });

  it('of a kind that no measure is, stand beside the proposal itself', async () => {
    const at = await house(database);
    const id = await submitted(at, ['remote_access']);
    const page = await compareOptions(at.engineer, id);
    expect(page?.options[0]).toMatchObject({ option: 'as_proposed', number: 1, proposed: true });
    expect(await describeOption(at.engineer, id, 'as_proposed', posted(given))).toEqual({ ok: true, id });
  });
});

describe('the form of an option', () => {
  const refusals = (over: Record<string, string>) => {
    const read = OptionForm.safeParse({ version: '0', ...over });
    return read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'));
  };

  it('reads numbers as people write them', () => {
    expect(posted({ staff_least: '1,5', staff_most: '2.25', staff_source: 'us' })).toMatchObject({
      staff_least: 1.5,
      staff_most: 2.25,
    });
    for (const bad of ['-1', '1e3', 'two', '100001', '1.234', '٣']) {
      expect(refusals({ staff_least: bad, staff_source: 'us' }), bad).toContain('staff_least');
    }
  });

  it('wants a source for every number, and a number for every source', () => {
    expect(refusals({ lead_least: '3' })).toEqual(['lead_source']);
    expect(refusals({ lead_source: 'the network team' })).toEqual(['lead_least']);
  });

  it('refuses a range the wrong way round, and a document that shows nothing', () => {
    expect(refusals({ lead_least: '3', lead_most: '2', lead_source: 'us' })).toEqual(['lead_most']);
    expect(refusals({ evidence_document: 'NET-1' })).toEqual(['evidence']);
  });
});
