import { LongText } from '../../ui/long-text';
import { dateInWords } from '../../ui/time';

/** Exactly what was said, with document, page, person and day beside it. */
export function QuotedText(props: {
  quotation: string;
  document: string;
  page: string;
  saidBy: string;
  saidOn: string | null;
  /** Member of staff who typed it in for the supplier. */
  enteredBy?: string;
}) {
  const place = [props.document, props.page].filter(Boolean).join(', ');
  return (
    <figure className="border-l-4 border-base-300 pl-3 break-words">
      <blockquote>
        “<LongText text={props.quotation} />”
      </blockquote>
      <figcaption className="quiet mt-1 text-[0.93em]">
        {place ? <span className="block">{place}</span> : null}
        <span className="block">
          {props.saidBy || 'Nobody is named'}
          {props.saidOn ? `, ${dateInWords(props.saidOn)}` : ', without a date'}
        </span>
        {props.enteredBy ? <span className="block">Typed in by {props.enteredBy}, for the supplier</span> : null}
      </figcaption>
    </figure>
  );
}
