/**
 * Puts the fields into the rendered form, each where its link was. Names are those of the contract: `reference`,
 * `version`, `responder_…`, `their_reference`, `q<n>` (one of the choice ids), `q<n>_fill_<choice id>`, `q<n>_comment`.
 * Every field carries its own appearance, as PDF/A wants; none runs anything.
 */
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib';
import { type FieldPlace, readPlace } from './field-place';
import { embedFormFont, winAnsiHex } from './form-font';
import type { AnswerForm } from './model';

const PRINTED = 4;
const READ_ONLY = 1;
const MULTILINE = 1 << 12;
const RADIO = 1 << 15;
const SIZE = 9.5;
const APPEARANCE = `/LiberationSans ${SIZE} Tf 0 g`;
const LABELS = {
  reference: 'Reference of the letter',
  version: 'Version of the letter',
  responder_name: 'Your name',
  responder_role: 'Your role',
  responder_email: 'Your e-mail address',
  their_reference: 'Your own reference',
};

interface Place {
  place: FieldPlace;
  rect: number[];
  page: PDFRef;
  annotations: PDFArray;
}

/** Takes the links that stand for fields off the pages, in reading order. */
function takePlaces(pdf: PDFDocument): Place[] {
  const places: Place[] = [];
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots();
    if (!annotations) continue;
    for (let at = annotations.size() - 1; at >= 0; at -= 1) {
      const link = annotations.lookup(at, PDFDict);
      const address = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookupMaybe(PDFName.of('URI'), PDFString);
      const place = address && readPlace(address.decodeText());
      if (!place) continue;
      const rect = link.lookup(PDFName.of('Rect'), PDFArray);
      places.push({
        place,
        rect: rect.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : 0)),
        page: page.ref,
        annotations,
      });
      const ref = annotations.get(at);
      const action = link.get(PDFName.of('A'));
      annotations.remove(at);
      // Nothing of the link stays in the file.
      for (const part of [ref, action]) if (part instanceof PDFRef) pdf.context.delete(part);
    }
  }
  return places.reverse();
}

/** A choice id as the name of a state; a number where it holds signs that a name should not. */
const stateOf = (id: string, place: number) => (/^[A-Za-z0-9_.-]+$/.test(id) && id !== 'Off' ? id : String(place));

/**
 * Adds the form to a rendered file.
 * @param form as it is in the record: names of choices come from here
 */
export function addFields(pdf: PDFDocument, form: AnswerForm): void {
  const { context } = pdf;
  const font = embedFormFont(pdf);
  const fonts = context.obj({ Font: { LiberationSans: font } });
  const fields = context.obj([]) as PDFArray;
  const groups = new Map<number, { parent: PDFRef; kids: PDFArray; states: string[] }>();

  const drawn = (rect: number[], content: string) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = rect;
    return context.register(
      context.flateStream(content, {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, right - left, top - bottom],
        Resources: fonts,
      }),
    );
  };
  const widget = ({ rect, page }: Place) => ({ Type: 'Annot', Subtype: 'Widget', Rect: rect, P: page, F: PRINTED });

  const text = (place: Place, name: string, label: string, flags: number, value?: string) => {
    const [, bottom = 0, , top = 0] = place.rect;
    const line = value
      ? `q BT ${APPEARANCE} 3 ${((top - bottom - SIZE) / 2 + 2).toFixed(2)} Td ${winAnsiHex(value)} Tj ET Q`
      : '';
    const field = context.register(
      context.obj({
        ...widget(place),
        FT: 'Tx',
        T: PDFHexString.fromText(name),
        TU: PDFHexString.fromText(label),
        Ff: flags,
        DA: PDFString.of(APPEARANCE),
        AP: { N: drawn(place.rect, `/Tx BMC ${line} EMC`) },
        ...(value === undefined ? {} : { V: PDFHexString.fromText(value) }),
      }),
    );
    place.annotations.push(field);
    fields.push(field);
  };

  const group = (index: number) => {
    const there = groups.get(index);
    if (there) return there;
    const question = form.questions[index];
    const choices = question?.choices ?? [];
    const kids = context.obj([]) as PDFArray;
    const states = choices.map((choice, place) => stateOf(choice.id, place));
    const named = choices.every((choice, place) => states[place] === choice.id);
    const parent = context.register(
      context.obj({
        FT: 'Btn',
        Ff: RADIO,
        T: PDFHexString.fromText(`q${question?.number}`),
        TU: PDFHexString.fromText(`Question ${question?.number}: ${question?.text ?? ''}`),
        V: 'Off',
        DA: PDFString.of(APPEARANCE),
        Kids: kids,
        ...(named ? {} : { Opt: choices.map((choice) => PDFHexString.fromText(choice.id)) }),
      }),
    );
    fields.push(parent);
    const made = { parent, kids, states };
    groups.set(index, made);
    return made;
  };

  for (const place of takePlaces(pdf)) {
    const at = place.place;
    if (at.kind === 'text') {
      const own = at.name === 'reference' || at.name === 'version' ? form[at.name] : undefined;
      text(place, at.name, LABELS[at.name], own === undefined ? 0 : READ_ONLY, own);
      continue;
    }
    const question = form.questions[at.question];
    if (!question) throw new Error(`The form has no question at place ${at.question}.`);
    const name = `q${question.number}`;
    if (at.kind === 'comment') text(place, `${name}_comment`, `Comment on question ${question.number}`, MULTILINE);
    else {
      const choice = question.choices[at.choice];
      if (!choice) throw new Error(`Question ${question.number} has no choice at place ${at.choice}.`);
      if (at.kind === 'fill') {
        const label = `Question ${question.number}, ${choice.label} ${choice.fill ?? ''}`.trim();
        text(place, `${name}_fill_${choice.id}`, label, 0);
        continue;
      }
      const { parent, kids, states } = group(at.question);
      const state = states[at.choice] ?? String(at.choice);
      const button = context.register(
        context.obj({
          ...widget(place),
          Parent: parent,
          AS: 'Off',
          MK: { CA: PDFString.of('l') },
          AP: { N: { [state]: drawn(place.rect, dot(place.rect)), Off: drawn(place.rect, '') } },
        }),
      );
      kids.push(button);
      place.annotations.push(button);
    }
  }
  pdf.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: fields, DR: fonts, DA: PDFString.of(APPEARANCE) }));
  for (const page of pdf.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('R'));
}

/** A filled circle in the middle of a square. */
function dot([left = 0, bottom = 0, right = 0, top = 0]: number[]): string {
  const [x, y] = [(right - left) / 2, (top - bottom) / 2];
  const r = Math.min(x, y) * 0.55;
  const k = r * 0.5523;
  const at = (...numbers: number[]) => numbers.map((one) => one.toFixed(2)).join(' ');
  return [
    '0 g',
    `${at(x - r, y)} m`,
    `${at(x - r, y + k, x - k, y + r, x, y + r)} c`,
    `${at(x + k, y + r, x + r, y + k, x + r, y)} c`,
    `${at(x + r, y - k, x + k, y - r, x, y - r)} c`,
    `${at(x - k, y - r, x - r, y - k, x - r, y)} c f`,
  ].join('\n');
}
