/** The same letter as a page of HTML, set as a person would who prints from a browser or an office program. */
import { dateInWords, plain, type Slot } from '../../documents/document';
import type { Question } from '../../documents/parts/question';
import type { SupplierRequestLetter } from '../../documents/supplier-request-letter/model';

const escaped = (slot: Slot) => plain(slot).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const lines = (slots: Slot[]) => slots.map(escaped).join('<br>');
const list = (slots: Slot[]) => `<ul>${slots.map((slot) => `<li>${escaped(slot)}</li>`).join('')}</ul>`;
const row = (cells: Slot[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
const table = (heads: string[], rows: Slot[][]) =>
  `<table><thead>${row(heads, 'th')}</thead><tbody>${rows.map((cells) => row(cells)).join('')}</tbody></table>`;

const question = (one: Question) => `<div class="question"><b>${one.number} ${escaped(one.text)}</b>
  ${one.help ? `<p class="small">${escaped(one.help)}</p>` : ''}
  <p>${one.choices.map((choice) => `&#9744; ${escaped(choice.label)} ${choice.fill === undefined ? '' : `${choice.fill} ________`}`).join(' &nbsp; ')}</p>
  <p class="small">${[one.line ? `${one.line} ________________` : '', ...(one.settles ?? []), one.from ?? ''].map(escaped).join(' ')}</p></div>`;

const STYLE = `@page { size: A4; margin: 2.5cm } body { font: 10.5pt 'Liberation Sans', Arial, sans-serif; color: #1a2230 }
h2 { font-size: 12pt; color: #12468b } .small { font-size: 8.25pt } .question { break-inside: avoid }
table { border-collapse: collapse; width: 100%; font-size: 8.25pt } td, th { border-bottom: .5pt solid #c9ced6; text-align: left; padding: 2pt 4pt }
.head td { border: 0; vertical-align: top } .ask { border-left: 3pt solid #12468b; background: #eef1f5; padding: 5pt 9pt }`;

/** The words of the letter, its questions, tables and annexes; without embedded data, PDF/A or a hash at the foot. */
export function letterAsHtml(letter: SupplierRequestLetter): string {
  const { annexes } = letter;
  const references = [
    ['Our reference', letter.reference],
    ['Date', dateInWords(letter.date)],
    ['Version', letter.version],
    ...letter.contact.map((one) => [one.label, one.value]),
  ] as [string, Slot][];
  return `<!doctype html><html lang="${letter.language}"><meta charset="utf-8"><title>${escaped(letter.reference)}</title>
<style>${STYLE}</style><body>
<table class="head"><tr><td><b>${escaped(letter.sender.organisation)}</b><br>${lines(letter.sender.lines)}<br><br>
${lines([letter.recipient.name, ...letter.recipient.lines])}</td>
<td>${references.map(([label, value]) => `${label}: ${escaped(value)}`).join('<br>')}</td></tr></table>
<p>${escaped(letter.salutation)}</p><h2>${letter.subject.map(escaped).join('')}</h2>
<div class="ask"><b>Please answer by ${dateInWords(letter.answer.date)} (${letter.answer.workingDays} working days).</b></div>
${letter.why.map((text) => `<p>${escaped(text)}</p>`).join('')}
<h2>What we propose</h2>${table(
    ['', ''],
    letter.proposal.map((one) => [one.label, one.value]),
  )}
<h2>The questions that decide</h2><p>${letter.deciding.intro}</p>${letter.deciding.questions.map(question).join('')}
<h2>What else we need to know</h2><p>${letter.further.intro}</p>
${letter.further.blocks.map((block) => `<h3>${block.letter} ${block.title}</h3>${block.questions.map(question).join('')}`).join('')}
<h2>Next steps</h2>${list(letter.reply)}<h3>If we have no answer by the date above</h3>${list(letter.silence)}
<p>${letter.closing}</p><p><br>____________________<br><b>${escaped(letter.signatory.name)}</b><br>${escaped(letter.signatory.role)}</p>
<p class="small">${escaped(letter.signatory.meaning)}<br>${lines(letter.basis)}</p>
<h2>Annex A: devices</h2>${table(annexes.devices.heads, annexes.devices.rows)}
<h2>Annex B: vulnerabilities</h2>${table(
    ['Vulnerability', 'Published score', 'What it concerns', 'Status', "Manufacturer's rating"],
    annexes.vulnerabilities.map((one) => [one.id, one.score, one.what ?? '', '', '']),
  )}
<h2>Annex C: interim controls</h2>${table(
    ['Control', 'What it does', 'State'],
    annexes.controls.map((one) => [one.control, one.effect, one.state]),
  )}
<h2>Annex D: where the questions come from</h2>${table(
    ['Question', 'Document', 'Place', 'How sure we are'],
    annexes.clauses.map((one) => [one.questions, one.document, one.place, one.confidence]),
  )}
</body></html>`;
}
