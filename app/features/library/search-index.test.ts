import { describe, expect, it } from 'vitest';
import { CHARTS } from '../../regulation/charts';
import { MOST_HITS, searchLibrary } from './search-index.server';

const best = (q: string) => searchLibrary(q).hits[0];

describe('searching the library', () => {
  it.each(CHARTS.map((chart) => [chart.instrument] as const))('finds %s by its id', (instrument) => {
    expect(best(instrument)).toMatchObject({ place: 'instrument', instrument, address: `/library/${instrument}` });
  });

  it('finds a question by its number and leads to its place on the page', () => {
    const hit = searchLibrary('C1').hits.find(({ instrument }) => instrument === 'EU-MDCG-2020-3-R1');
    expect(hit).toMatchObject({ place: 'question', id: 'C1', citation: expect.stringContaining('MDCG 2020-3') });
    expect(hit?.address).toMatch(/^\/library\/EU-MDCG-2020-3-R1\?part=[^#]+#at-C1$/);
  });

  it('finds a clause by its citation, and every word must be there', () => {
    const { hits } = searchLibrary('§4.3.2.3 operating system');
    expect(hits.length).toBeGreaterThan(0);
    for (const { pieces, citation, id } of hits) {
      expect(`${id} ${pieces.join('')} ${citation}`.toLowerCase()).toMatch(/4\.3\.2\.3|operating|system/);
    }
    expect(searchLibrary('operating xyzzy').count).toBe(0);
  });

  it('finds duties, and says in which outcome they stand', () => {
    const { hits, chosen, count } = searchLibrary('manufacturer', 'duty');
    expect(chosen).toBe('duty');
    expect(count).toBeGreaterThan(0);
    expect(hits.every(({ place }) => place === 'duty')).toBe(true);
    expect(searchLibrary('manufacturer', 'constructor').chosen).toBeNull();
    const { places, count: all } = searchLibrary('manufacturer');
    expect(places.reduce((sum, one) => sum + one.count, 0)).toBe(all);
  });

  it('marks what was searched for, and nothing of the words is lost', () => {
    const { hits } = searchLibrary('operating');
    for (const { pieces } of hits.filter(({ pieces }) => pieces.length > 1)) {
      expect(pieces.filter((_, at) => at % 2 === 1).every((piece) => piece.toLowerCase() === 'operating')).toBe(true);
    }
  });

  it('shows the best and counts the rest', () => {
    const { hits, count } = searchLibrary('the');
    expect(hits).toHaveLength(MOST_HITS);
    expect(count).toBeGreaterThan(MOST_HITS);
  });

  it.each(['', '   ', '(', '[a-', '\\', '*', '%', '\u202e', 'a'.repeat(10_000)])('takes %j as words', (q) => {
    expect(() => searchLibrary(q)).not.toThrow();
  });
});
