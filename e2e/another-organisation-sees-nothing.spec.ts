import { expect, test } from './support/journey';
import { recordsOf } from './support/records';

test.use({ role: 'engineer' });

test('a record of the other organisation looks as if it were not there', async ({ page, pageOf }) => {
  const theirs = await recordsOf(await pageOf('regulatory_affairs', { elsewhere: true }));
  const mine = await recordsOf(page);
  const addresses = (of: typeof mine) => [
    `/devices/${of.modelId}`,
    `/devices/${of.modelId}/units`,
    `/devices/${of.modelId}/certifications/${of.certificationId}`,
    `/units/${of.unitId}`,
    `/suppliers/${of.supplierId}`,
    `/changes/${of.changeId}`,
    `/changes/${of.changeId}/history`,
    `/changes/${of.changeId}/edit/what`,
    `/changes/${of.changeId}/assessments/1`,
    `/changes/new?model=${of.modelId}`,
  ];
  for (const address of addresses(mine)) expect((await page.request.get(address)).status(), address).toBe(200);
  for (const address of addresses(theirs)) {
    const answer = await page.goto(address);
    const isForm = address.startsWith('/changes/new');
    expect(answer?.status(), address).toBe(isForm ? 200 : 404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(isForm ? /which device/ : 'Not here');
  }
  expect((await page.request.get(`/files/documents/${mine.documentId}.pdf`)).status()).toBe(200);
  expect((await page.request.get(`/files/documents/${theirs.documentId}.pdf`)).status()).toBe(404);
});
