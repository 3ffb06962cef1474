/** A claim, two quotations that contradict each other, and the contradiction: as a supplier's page shows them. */
import { eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { claims, contradictions } from '../../../db/schema/index.server';
import { QuotationForm } from '../../features/claims/quotation-form';
import { addQuotation } from '../../features/claims/save-quotation.server';
import type { Actor } from '../actor';

/** Needs a reply that was received; returns the ids that stand in addresses. */
export async function claimed(
  actor: Actor,
  { supplierId, modelId, replyId }: { supplierId: string; modelId: string; replyId: string },
): Promise<{ claimId: string; quotationId: string; contradictionId: string }> {
  const quotations: string[] = [];
  for (const says of ['yes', 'no']) {
    const quotation = QuotationForm.parse({
      ...{ modelId, subject: 'mds2:CSUP-9', says, quotation: `A list exists: ${says}.`, source: 'contract' },
      ...{
        document: `Contract of ${says === 'yes' ? 2023 : 2025}`,
        page: '7.2',
        saidBy: 'The maker',
        saidOn: '2025-01-01',
      },
    });
    const saved = await addQuotation(actor, supplierId, quotation);
    if (!saved?.ok) throw new Error('a quotation was refused');
    quotations.push(saved.id);
  }
  const [claim, contradiction] = await inOrganisation(actor, async (tx) => [
    await tx.select({ id: claims.id }).from(claims).where(eq(claims.replyId, replyId)).limit(1),
    await tx.select({ id: contradictions.id }).from(contradictions).limit(1),
  ]);
  return {
    claimId: claim?.[0]?.id ?? '',
    quotationId: quotations[0] ?? '',
    contradictionId: contradiction?.[0]?.id ?? '',
  };
}
