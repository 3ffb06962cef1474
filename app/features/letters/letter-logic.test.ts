import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvedHash } from './approved-hash.server';
import { countBlanks } from './blanks';
import { letterActs } from './letter-acts';
import { LETTER_KIND_WORDS, LETTER_KINDS } from './letter-kinds';
import { letterMail } from './letter-mail';
import { LETTER_MOVES, LETTER_STATUSES, type LetterMove, letterTransition } from './letter-status';
import { readLettersFilter } from './letters-filter';
import { sealInWords } from './seal-words';
import { emailAddress } from './send-form';
import { toIssue, toPreview } from './to-issue';
import { whyNotApprove } from './why-not-approve';

const kind = fc.constantFrom(...LETTER_KINDS);
const status = fc.constantFrom(...LETTER_STATUSES);
const text = fc.string({ unit: 'binary', maxLength: 80 });

describe('what is offered on a letter', () => {
  const situation = fc.record({
    kind,
    status,
    approve: fc.option(fc.constant('no'), { nil: null }),
    issued: fc.boolean(),
    inForce: fc.boolean(),
    left: fc.boolean(),
    legacy: fc.boolean(),
    may: fc.record({ draft: fc.boolean(), send: fc.boolean() }),
  });
  const MOVES = ['send', 'deliver', 'bounce', 'acknowledge', 'correct', 'close', 'reopen', 'withdraw'] as const;

  it('is possible, and what is not offered says why', () => {
    fc.assert(
      fc.property(situation, (on) => {
        const acts = letterActs(on);
        for (const move of MOVES) {
          if (acts[move] === null) expect(letterTransition(on.status, move).ok).toBe(true);
        }
        for (const why of Object.values(acts)) expect(why).not.toBe('');
        if (on.left) expect(acts.withdraw).not.toBeNull();
        if (!on.may.send)
          expect([acts.send, acts.deliver, acts.close, acts.link, acts.recordReply]).not.toContain(null);
        if (!LETTER_KIND_WORDS[on.kind].asks) expect([acts.recordReply, acts.link, acts.followUp]).not.toContain(null);
      }),
    );
  });

  it('approval never goes to an author, a role without it, or anything but a draft', () => {
    const people = ['a', 'b', 'c'];
    fc.assert(
      fc.property(
        status,
        fc.subarray(people),
        fc.constantFrom(...people),
        fc.boolean(),
        fc.boolean(),
        (at, authors, userId, mayApprove, asks) => {
          const version = { status: at === 'draft' ? 'draft' : 'issued', form: {}, authors, characters: 10, asks };
          const allowed = whyNotApprove({ status: at, version, userId, mayApprove }) === null;
          expect(allowed).toBe(at === 'draft' && mayApprove && !authors.includes(userId));
        },
      ),
    );
  });
});

describe('the table of moves', () => {
  it('leads from every state but the last to somewhere, and out of the house only after approval and issuing', () => {
    const reach = (from: string, without: readonly LetterMove[]): Set<string> => {
      const found = new Set([from]);
      for (let before = 0; before !== found.size; ) {
        before = found.size;
        for (const [move, { from: starts, to }] of Object.entries(LETTER_MOVES)) {
          // To keep a version in force there has to be one, which was approved and issued before.
          if (move.startsWith('keep_') || without.includes(move as LetterMove)) continue;
          if (starts.some((start) => found.has(start))) found.add(to);
        }
      }
      return found;
    };
    for (const step of ['approve', 'issue'] as const) {
      for (const out of ['sent', 'delivered', 'acknowledged', 'answered', 'closed']) {
        expect(reach('draft', [step]).has(out), `${out} without ${step}`).toBe(false);
      }
    }
    expect([...LETTER_STATUSES].filter((one) => !reach('draft', []).has(one))).toEqual([]);
  });
});

describe('what is printed', () => {
  const model = fc.record({
    mark: fc.constantFrom('DRAFT – not sent', null),
    reference: text,
    version: text,
    date: text,
    subject: fc.array(text),
  });

  it('is the approved words without the mark, whatever they are', () => {
    fc.assert(
      fc.property(model, (words) => {
        const issued = toIssue(words, 'CM-2026-000001-L01', 'v1.1', null);
        expect(issued).toEqual({ ...words, mark: null, reference: 'CM-2026-000001-L01', version: 'v1.1' });
        expect(toPreview(words, 'r', 'v1.0', null).mark).toContain('DRAFT');
      }),
    );
  });

  it('has a digest that changes with any word, and not with the order in which they are stored', () => {
    fc.assert(
      fc.property(model, text, (words, other) => {
        const turned = Object.fromEntries(Object.entries(words).reverse());
        const digest = approvedHash({ model: words, form: null });
        expect(approvedHash({ model: turned, form: null })).toBe(digest);
        if (other !== words.date) {
          expect(approvedHash({ model: { ...words, date: other }, form: null })).not.toBe(digest);
        }
        expect(approvedHash({ model: words, form: {} })).not.toBe(digest);
      }),
    );
  });

  it('counts blanks wherever they stand', () => {
    expect(countBlanks({ a: { blank: 'x' }, b: [{ blank: 'y' }, 'z', { c: [{ blank: '' }] }], d: null })).toBe(3);
  });
});

describe('e-mail', () => {
  it('takes one address and nothing that could be two, or a header', () => {
    expect(emailAddress('desk@maker.example')).toBe(true);
    fc.assert(
      fc.property(text, fc.constantFrom(',', ';', '\n', '\r', ' ', '<', '>', '\t'), (one, sign) => {
        expect(emailAddress(`desk@maker.example${sign}${one}`)).toBe(false);
        expect(emailAddress(`${one}${sign}desk@maker.example`)).toBe(false);
      }),
    );
  });

  it('has a subject of one line and the link where an answer is possible, whatever the letter says', () => {
    fc.assert(
      fc.property(kind, text, text, text, fc.boolean(), (which, subject, name, organisation, answerable) => {
        const material = { kind: which, reference: 'CM-1', version: 'v1.0', subject, organisation };
        const mail = letterMail({ ...material, recipientName: name, senderName: name, answerable, answerBy: null });
        expect(mail.subject).not.toMatch(/[\r\n]/);
        expect(mail.subject.length).toBeLessThanOrEqual(250);
        expect(mail.body.split('{{reply_link}}').length > 1).toBe(answerable);
      }),
    );
  });
});

describe('words', () => {
  it('never call a seal qualified but to say that it is not', () => {
    for (const seal of ['none', 'B-B'] as const) {
      const words = sealInWords({ status: 'issued', seal, sealedBy: 'CN=Seal' });
      expect(words.replace('never a qualified one', '')).not.toContain('qualified');
      expect(words.startsWith(seal === 'none' ? 'Not sealed: ' : 'Sealed at level B-B: ')).toBe(true);
    }
    expect(sealInWords({ status: 'draft', seal: 'none', sealedBy: '' })).toBe('');
  });

  it('of an address are read or left out, never an error', () => {
    const name = fc.constantFrom('q', 'view', 'state', 'kind', 'supplier', 'severity', 'sort');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, text)), (query) => {
        const filter = readLettersFilter(new URLSearchParams(query));
        expect(filter.q).not.toContain('\u0000');
        expect(['newest', 'due']).toContain(filter.sort);
      }),
    );
  });
});
