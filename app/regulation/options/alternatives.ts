/** Where one option would make somebody a manufacturer, the others that would not. */
import { exposureRank } from './exposure';
import type { OptionResult } from './option-result';

/** Names, for each warning, the options that carry none and do something, least exposure first. */
export function nameAlternatives(options: readonly OptionResult[]): void {
  const free = options
    .filter((option) => option.warnings.length === 0 && option.option !== 'accept')
    .sort((a, b) => exposureRank(a.residual.greatest) - exposureRank(b.residual.greatest))
    .map(({ option }) => option);
  for (const option of options) for (const warning of option.warnings) warning.avoidedBy = [...free];
}
