import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLine, compareTexts, LINE_ORDER, plainText, worstLine } from './compare-installed';
import { type Reads, readsAs } from './subjects';

describe('one thing by name or number', () => {
  it.each([
    ['Windows 7 SP1', 'windows 7-sp1', 'same'],
    ['Windows 7 SP1', 'Microsoft Windows 7 Service Pack 1', 'same'],
    ['Windows 7 SP1', 'Win7 SP 1', 'same'],
    ['Windows 7 SP1', 'Windows 7', 'differs'],
    ['Windows 7 SP1', 'Windows 10 SP1', 'differs'],
    ['Windows 10 Enterprise LTSC 2019', 'windows 10 enterprise ltsc 2021', 'differs'],
    ['Windows Embedded Standard 7', 'Windows 7', 'differs'],
    ['4.2', '4.2.0', 'same'],
    ['v4.2', 'Version 4.2', 'same'],
    ['4.2', '4.2.1', 'differs'],
    ['4.2', '4.20', 'differs'],
    ['4.2.x', '4.2.7', 'same'],
    ['4.2.x', '4.3.1', 'differs'],
    ['4.2.x', '4.20.1', 'differs'],
    ['4.2 or later', '4.10', 'same'],
    ['4.2 or later', '4.1.9', 'differs'],
    ['>= 4.2', '5', 'same'],
    ['at least 4.2', '4.2', 'same'],
    ['4.2 or 4.3', '4.3', 'same'],
    ['4.2 or 4.3', '4.4', 'differs'],
    ['Windows 7 SP1 or Windows 10 22H2', 'windows 10 22h2', 'same'],
    ['L81', 'l81', 'same'],
    ['KB4012212', 'KB4012213', 'differs'],
    ['yes', 'KB4012212', 'unclear'],
  ])('%s, found %s: %s', (says, found, state) => expect(compareTexts(says, found, true)).toBe(state));
});

describe('a subject in words', () => {
  it.each([
    ['none', 'no', 'same'],
    ['No anti-virus is installed', 'none', 'same'],
    ['none', 'Sophos Endpoint 10.8', 'differs'],
    ['no', 'yes', 'differs'],
    ['yes', 'enabled', 'same'],
    ['disabled', 'off', 'same'],
    ['enabled', 'disabled', 'differs'],
    ['yes', 'Sophos Endpoint 10.8', 'unclear'],
    ['Sophos Endpoint 10.8', 'Sophos Endpoint 10.9', 'differs'],
    ['Sophos Endpoint 10.8', 'sophos endpoint v10.8', 'same'],
    ['Sophos Endpoint 10.8', 'Defender', 'unclear'],
    ['Sophos or Defender', 'defender', 'same'],
    ['tcp 104, 443', '443/tcp; 104/tcp', 'same'],
    ['tcp 104, 443', 'tcp 104', 'differs'],
    ['tcp 104', 'udp 104', 'differs'],
    ['tcp 104', 'DICOM to the archive', 'unclear'],
    ['Each user has an account of their own', 'shared account on the ward', 'unclear'],
    ['see notes', 'yes', 'unclear'],
  ])('%s, found %s: %s', (says, found, state) => expect(compareTexts(says, found, false)).toBe(state));
});

describe('silence', () => {
  it('has a name of its own, on either side', () => {
    expect(compareLine(null, 'Windows 7', { exact: true })).toBe('nobody_said');
    expect(compareLine('  ', null, { exact: true })).toBe('nobody_said');
    expect(compareLine('Windows 7', null, { exact: true })).toBe('not_looked_at');
    expect(compareLine('none', '', { exact: false })).toBe('not_looked_at');
  });

  it('is never taken for a difference or for agreement, whatever the other side says', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(null, '', ' ', '\n'), fc.boolean(), (text, silence, exact) => {
        expect(['nobody_said', 'not_looked_at']).toContain(compareLine(text, silence, { exact }));
        expect(compareLine(silence, text, { exact })).toBe('nobody_said');
      }),
    );
  });
});

describe('answers of the form', () => {
  it('say what is there only where the question asks for it', () => {
    const held = (says: string, found: string, reads: Reads) => compareLine(says, found, { exact: false, reads });
    // "Supports anti-malware: yes" is no word on whether any is installed; "no" is.
    expect(held('yes', 'none', 'forbids')).toBe('unclear');
    expect(held('no', 'Sophos 10.8', 'forbids')).toBe('differs');
    expect(held('no', 'none', 'forbids')).toBe('same');
    expect(held('no', 'all passwords changed', 'beside')).toBe('unclear');
    expect(held('yes', 'disabled', 'state')).toBe('differs');
    expect(readsAs('mds2:MLDP-2')).toBe('forbids');
    expect(readsAs('mds2:PAUT-5')).toBe('beside');
    expect(readsAs('may:os_patch')).toBe('beside');
    expect(readsAs('mds2:constructor')).toBe('beside');
  });
});

describe('any two texts', () => {
  it('a text is the same as itself, whatever its case and blanks', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.boolean(), (text, exact) => {
        const expected = plainText(text) === '' ? 'unclear' : 'same';
        expect(compareTexts(text, ` ${text}  `, exact)).toBe(expected);
      }),
    );
  });

  it('are compared quickly, however long', () => {
    const long = '1.'.repeat(50_000);
    const started = Date.now();
    compareTexts(long, `${long}x`, false);
    compareTexts('a or '.repeat(2000), 'b', true);
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it('a difference outweighs all, and agreement counts only alone', () => {
    expect(worstLine(['same', 'unclear', 'differs'])).toBe('differs');
    expect(worstLine(['same', 'not_looked_at'])).toBe('not_looked_at');
    expect(worstLine(['same', 'same'])).toBe('same');
    expect(worstLine([])).toBe('nobody_said');
    expect(new Set(LINE_ORDER).size).toBe(5);
  });
});
