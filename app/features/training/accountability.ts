/** What signers accept before they may sign, as Changemark brings it along. Pure. */

/**
 * Number 0 of every organisation. Acceptances of it are kept by number, so it is never reworded: another wording is a
 * text that an organisation sets.
 */
export const BUILT_IN_TEXT = `When I sign here, I mean it as I would mean a signature by hand, and it is meant to bind me in the same way.

I answer for what is done under my signature. I sign only what I have read, in my own name or under a delegation that names me, and with the meaning that stands beside the button.

My password, my authenticator and my passkeys are mine alone. I lend them to nobody and ask for nobody else’s. If I believe that somebody has used them, I tell an administrator at once.

I know that a signature cannot be taken back unseen: it is recorded with my name, my role, its meaning, the date and the time, and with what exactly was signed. If what I signed is changed later, my signature falls, and I am asked again.`;

/** Why the text is there. Said beside it, never as a claim of compliance. */
export const WHY_A_TEXT =
  'Designed to support 21 CFR 11.10(j), a written policy that holds people accountable for what they sign, and 21 CFR 11.100(c), that electronic signatures are intended to bind like handwritten ones. A letter to the FDA that certifies this is the organisation’s own.';
