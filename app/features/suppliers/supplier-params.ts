/** Parameters of the addresses of suppliers and their contacts. */
import { z } from 'zod';

export const SupplierParams = z.object({ supplierId: z.uuid() });
export const ContactParams = SupplierParams.extend({ contactId: z.uuid() });
