import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { listEvents } from '../../audit/list-events.server';
import { type House, house, submitted } from '../changes/testing';
import { type Fields, posted } from '../devices/testing';
import { attachAntivirusCheck, getAntivirusCheck, saveAntivirusSettings } from './antivirus-check.server';
import { HoursForm, ProposalForm, StatementForm } from './antivirus-form';
import { exportLeastRules } from './export-rules.server';
import { FlowForm, PasteForm } from './flow-form';
import { getAntivirus } from './get-antivirus.server';
import { getFlow, getNetwork } from './get-network.server';
import { attachNetworkCheck, getNetworkCheck } from './get-network-check.server';
import { NetworkSettingsForm, saveNetworkSettings } from './network-settings.server';
import { addHours, retireHours, saveStatement } from './save-antivirus.server';
import { addFlow, editFlow, pasteFlows, retireFlow } from './save-flow.server';

const database = testDatabase();
afterAll(closeDatabase);

let at: House;
let other: House;
let changeId: string;
beforeAll(async () => {
  at = await house(database);
  other = await house(database, 'Southfield');
  changeId = await submitted(at, ['os_patch']);
});

const form = <S extends Parameters<typeof posted>[0]>(schema: S, fields: Fields) => {
  const { value, errors } = posted(schema, fields);
  if (errors) throw new Error(JSON.stringify(errors));
  return value;
};
const FLOW = { peer: 'PACS', peerNetwork: '10.20.3.4/16', direction: 'out', protocol: 'tcp', ports: '104' };
const flow = (over: Fields = {}) => form(FlowForm, { ...FLOW, clinical: 'yes', ...over });
const events = async (action: string) =>
  (await listEvents(at.auditor, new URLSearchParams({ action }))).rows.map(({ action: one }) => one);

describe('the communication matrix', () => {
  it('is declared line by line, with its source, in usual spelling', async () => {
    expect(await addFlow(at.engineer, at.modelId, flow({ saidBy: 'Spacelabs', sourcePage: '14' }))).toMatchObject({
      ok: true,
    });
    const pasted = form(PasteForm, {
      lines: 'peer;network;direction\nDNS;;out;udp;53;names;no\nMaker gateway;;in;;;;',
    });
    expect(await pasteFlows(at.engineer, at.modelId, pasted)).toMatchObject({ ok: true });
    const page = await getNetwork(at.auditor, at.modelId);
    expect(page?.flows.map(({ peer, peerNetwork, clinical }) => [peer, peerNetwork, clinical])).toEqual([
      ['PACS', '10.20.0.0/16', true],
      ['Maker gateway', '', null],
      ['DNS', '', false],
    ]);
    expect(page).toMatchObject({ unsaid: 2, weightUnsaid: 1, mayEdit: false });
    expect(page?.flows[0]?.source).toMatchObject({ saidBy: 'Spacelabs', page: '14' });
  });

  it('refuses by name what is no network, no port, no direction', () => {
    expect(posted(FlowForm, { ...FLOW, peerNetwork: '10.20' }).errors).toHaveProperty('peerNetwork');
    expect(posted(FlowForm, { ...FLOW, ports: '104-1' }).errors).toHaveProperty('ports');
    expect(posted(FlowForm, { ...FLOW, protocol: 'icmp' }).errors).toHaveProperty('ports');
    expect(posted(FlowForm, { ...FLOW, direction: '' }).errors).toHaveProperty('direction');
    expect(posted(FlowForm, { ...FLOW, peerNetwork: '', ports: '' }).errors).toBeNull();
    expect(posted(PasteForm, { lines: 'peer;network;direction' }).errors).toHaveProperty('lines');
  });

  it('tells the second of two editors, and keeps what both typed', async () => {
    const page = await getNetwork(at.engineer, at.modelId);
    const dns = page?.flows.find(({ peer }) => peer === 'DNS');
    if (!dns) throw new Error('no DNS');
    const version = String(dns.version);
    const given = { peer: 'DNS', peerNetwork: '', direction: 'out', protocol: 'udp', ports: '53', version };
    expect(
      await editFlow(at.engineer, at.modelId, dns.id, flow({ ...given, purpose: 'names', clinical: 'yes' })),
    ).toMatchObject({ ok: true });
    const second = await editFlow(
      at.colleague,
      at.modelId,
      dns.id,
      flow({ ...given, purpose: 'names of hosts', clinical: 'no' }),
    );
    expect(second).toMatchObject({ ok: false, conflict: { savedBy: 'Jonas Lindqvist', version: dns.version + 1 } });
    expect(second && !second.ok && second.conflict?.differences.map(({ label }) => label)).toEqual([
      'Purpose',
      'Clinical',
    ]);
    expect((await getFlow(at.engineer, at.modelId, dns.id))?.flow.clinical).toBe(true);
  });

  it('lets nobody else in', async () => {
    const id = (await getNetwork(at.engineer, at.modelId))?.flows[0]?.id ?? '';
    expect(await getNetwork(other.engineer, at.modelId)).toBeNull();
    expect(await getFlow(other.engineer, other.modelId, id)).toBeNull();
    expect(await addFlow(other.engineer, at.modelId, flow())).toBeNull();
    expect(await editFlow(other.engineer, at.modelId, id, flow({ version: '1' }))).toBeNull();
    expect(await editFlow(other.engineer, other.modelId, id, flow({ version: '1' }))).toBeNull();
    expect(await retireFlow(other.engineer, at.modelId, id, { reason: 'x' })).toBeNull();
    expect(await exportLeastRules(other.engineer, at.modelId)).toBeNull();
  });
});

describe('the firewall check of a change', () => {
  const settings = (rules: string, over: Fields = {}) =>
    form(NetworkSettingsForm, { version: '0', rules, otherwise: 'deny', ...over });

  it('holds proposed rules against the matrix, and says so when there is none', async () => {
    const foreign = await submitted(other, ['os_patch']);
    expect(await getNetworkCheck(other.engineer, foreign)).toMatchObject({ declared: 0, result: null });
    expect(await saveNetworkSettings(other.engineer, foreign, settings('allow; out; tcp; 104; any'))).toMatchObject({
      ok: true,
    });
    expect(await getNetworkCheck(other.engineer, foreign)).toMatchObject({ declared: 0, result: null });
    expect(await attachNetworkCheck(other.engineer, foreign)).toMatchObject({ ok: false });

    const saved = await saveNetworkSettings(
      at.engineer,
      changeId,
      settings('allow; out; tcp; 104; 10.20.0.0/16\nallow; out; tcp; 23; any'),
    );
    expect(saved).toMatchObject({ ok: true });
    const page = await getNetworkCheck(at.auditor, changeId);
    expect(page?.mayEdit).toBe(false);
    const verdicts = Object.fromEntries(
      (page?.result?.flows ?? []).map(({ flow: one, verdict }) => [one.peer, verdict]),
    );
    expect(verdicts).toEqual({ PACS: 'passes', DNS: 'breaks', 'Maker gateway': 'breaks' });
    expect(page?.result?.rules.map(({ verdict }) => verdict)).toEqual(['needed', 'unneeded']);
  });

  it('keeps two editors apart, and another organisation out', async () => {
    expect(await saveNetworkSettings(at.colleague, changeId, settings('deny; out; any; any; any'))).toMatchObject({
      ok: false,
      conflict: { savedBy: 'Jonas Lindqvist', version: 1 },
    });
    expect(await getNetworkCheck(other.engineer, changeId)).toBeNull();
    expect(await saveNetworkSettings(other.engineer, changeId, settings('deny; out; any; any; any'))).toBeNull();
    expect(await attachNetworkCheck(other.engineer, changeId)).toBeNull();
  });

  it('is attached to the change as it is, once', async () => {
    expect(await attachNetworkCheck(at.engineer, changeId)).toMatchObject({ ok: true });
    expect(await events('attachment.added')).toHaveLength(1);
    expect(await events('settings.proposed')).toHaveLength(1);
    expect(await events('flow.declared')).toHaveLength(2);
    expect(await events('flow.changed')).toHaveLength(1);
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select name, purpose, media_type from change_attachments where change_id = ${changeId}`;
    });
    expect(row).toMatchObject({ purpose: 'evidence' });
    expect(String(row?.name)).toMatch(/^network-check-.*\.txt$/);
  });

  it('gives the least rules as a table, and names what cannot be written', async () => {
    const answer = await exportLeastRules(at.engineer, at.modelId);
    const lines = (await answer?.text())?.trim().split('\r\n') ?? [];
    expect(lines[1]).toBe('1,allow,device → peer,tcp,104,10.20.0.0/16,PACS');
    expect(lines[2]).toContain('deny');
    expect(lines.slice(3)).toHaveLength(2);
    expect(lines[3]).toContain('no rule can be written');
  });
});

describe('anti-virus', () => {
  const statement = (over: Fields = {}) =>
    form(StatementForm, { version: '0', allowed: 'yes', exclusions: 'C:\\XTR\\Data', cpuCap: '20', ...over });
  const proposal = (over: Fields = {}) =>
    form(ProposalForm, { version: '0', product: 'Defender', scans: 'daily 12:00-13:00', ...over });
  const standings = async () =>
    (await getAntivirusCheck(at.engineer, changeId))?.findings?.map(({ about, standing }) => `${about} ${standing}`) ??
    [];

  it('is unproven while the maker has said nothing', async () => {
    expect((await getAntivirusCheck(at.engineer, changeId))?.findings).toBeNull();
    expect(await attachAntivirusCheck(at.engineer, changeId)).toMatchObject({ ok: false });
    expect(await saveAntivirusSettings(at.engineer, changeId, proposal())).toMatchObject({ ok: true });
    expect((await standings()).every((one) => one.endsWith('unproven'))).toBe(true);
  });

  it('is held against what the maker says and against the hours of the model and its places', async () => {
    expect(await saveStatement(at.engineer, at.modelId, statement())).toMatchObject({ ok: true });
    const hours = { label: 'Ward round', windows: 'Mon-Fri 08:00-12:30', scope: 'model' };
    expect(await addHours(at.engineer, at.modelId, form(HoursForm, hours))).toMatchObject({ ok: true });
    const elsewhere = { label: 'Elsewhere', windows: 'daily 00:00-24:00', scope: 'place', site: 'Another hospital' };
    expect(await addHours(at.engineer, at.modelId, form(HoursForm, elsewhere))).toMatchObject({ ok: true });
    const found = await standings();
    expect(found).toContain('exclusions breaks');
    expect(found).toContain('cpu breaks');
    expect(found.filter((one) => one === 'scans breaks')).toHaveLength(1);
    const page = await getAntivirus(at.engineer, at.modelId);
    expect(page?.hours.map(({ label }) => label)).toEqual(['Ward round']);
    expect(await retireHours(other.engineer, other.modelId, page?.hours[0]?.id ?? '')).toBeNull();
    expect(await retireHours(at.engineer, at.modelId, page?.hours[0]?.id ?? '')).toMatchObject({ ok: true });
    expect(await standings()).not.toContain('scans breaks');
  });

  it('hours of a place need a site; windows, per cents and lists are read strictly', () => {
    expect(posted(HoursForm, { label: 'x', windows: 'Mon 08:00-09:00', scope: 'place' }).errors).toHaveProperty('site');
    expect(posted(HoursForm, { label: 'x', windows: 'Mondays', scope: 'model' }).errors).toHaveProperty('windows');
    expect(posted(StatementForm, { version: '0', cpuCap: '0' }).errors).toHaveProperty('cpuCap');
    expect(posted(StatementForm, { version: '0' }).errors).toBeNull();
    expect(posted(ProposalForm, { version: '0' }).errors).toBeNull();
  });

  it('keeps two editors apart, and another organisation out', async () => {
    expect(await saveStatement(at.colleague, at.modelId, statement({ allowed: 'no' }))).toMatchObject({
      ok: false,
      conflict: { savedBy: 'Jonas Lindqvist' },
    });
    expect(await saveAntivirusSettings(at.colleague, changeId, proposal({ product: 'Sophos' }))).toMatchObject({
      ok: false,
      conflict: { version: 1 },
    });
    expect(await saveStatement(other.engineer, at.modelId, statement())).toBeNull();
    expect(await getAntivirus(other.engineer, at.modelId)).toBeNull();
    expect(await getAntivirusCheck(other.engineer, changeId)).toBeNull();
    expect(
      await addHours(
        other.engineer,
        at.modelId,
        form(HoursForm, { label: 'x', windows: 'Mon 08:00-09:00', scope: 'model' }),
      ),
    ).toBeNull();
  });

  it('is attached to the change', async () => {
    expect(await attachAntivirusCheck(at.engineer, changeId)).toMatchObject({ ok: true });
  });
});
