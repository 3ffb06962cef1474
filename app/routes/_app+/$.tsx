import { notFound, protectedAction, protectedLoader } from '~/guard/guard.server';

/** Every address that is none of ours: a page says so, inside the frame. */
export const loader = protectedLoader('account:self', undefined, () => {
  throw notFound();
});

export const action = protectedAction('account:self', undefined, () => {
  throw notFound();
});

export default function Nowhere() {
  return null;
}
