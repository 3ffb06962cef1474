/** Carriers in JSON: a list of texts, or of objects with `input`; the list may stand under `samples` or `carriers`. */

type Fields = Record<string, unknown>;

const listIn = (json: unknown): { at: string; list: unknown[] } | null => {
  if (Array.isArray(json)) return { at: '', list: json };
  const { samples, carriers } = (json ?? {}) as Fields;
  if (Array.isArray(samples)) return { at: '/samples', list: samples };
  return Array.isArray(carriers) ? { at: '/carriers', list: carriers } : null;
};

const inputOf = (one: unknown): string | null => {
  const text = typeof one === 'object' && one !== null ? (one as Fields).input : one;
  return typeof text === 'string' ? text : null;
};

export function carriersInJson(json: unknown): { place: string; text: string }[] {
  const { at, list } = listIn(json) ?? { at: '', list: [] };
  return list.map((one, index) => ({ place: `${at}/${index}`, text: inputOf(one)?.trim() ?? JSON.stringify(one) }));
}

/** Whether this is such a list, judged by its first members. */
export const holdsCarriers = (json: unknown, looks: (text: string) => boolean): boolean =>
  (listIn(json)?.list.slice(0, 20) ?? []).some((one) => looks(inputOf(one) ?? ''));
