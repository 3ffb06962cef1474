import { exportConnectedRegister } from '~/features/connected/export-register.server';
import { protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('device:export', undefined, ({ actor }) => exportConnectedRegister(actor));
