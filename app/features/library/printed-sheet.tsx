/** A chart on one sheet: its drawings, then questions and outcomes in columns. Prints without anything else on the page. */
import { ChartDrawing } from '../../ui/chart-drawing';
import { LEVELS, PAPER_WORDS, type PrintedEntry, type PrintedPart, type PrintSheet } from './print-sheet';

const Part = ({ printed, scale }: { printed: PrintedPart; scale: number }) => (
  <figure>
    <figcaption className="font-semibold">{printed.part}</figcaption>
    <ChartDrawing
      drawing={printed.drawing}
      label={printed.part}
      summary="Each question with where yes and no lead; the list below holds the same."
      scale={scale}
      unit="pt"
    />
  </figure>
);

const Entry = ({ entry }: { entry: PrintedEntry }) => (
  <li>
    <strong>{entry.head}</strong> {entry.tier ? <span className="sheet-tier">{entry.tier}</span> : null} {entry.text}
    {entry.small ? <span className="sheet-small">{entry.small}</span> : null}
  </li>
);

export const PrintedSheet = ({ sheet }: { sheet: PrintSheet }) => (
  <article className={`sheet sheet-${sheet.paper} sheet-level-${sheet.level}`} data-theme="changemark">
    <header>
      <h1>
        {sheet.name} <span className="font-normal">· {sheet.title}</span>
      </h1>
      <p>{sheet.particulars.join(' · ')}</p>
    </header>
    <div className="sheet-drawings">
      {sheet.parts.map((part) => (
        <Part key={part.part} printed={part} scale={LEVELS[sheet.level]?.scale ?? 1} />
      ))}
    </div>
    <div className={`sheet-columns sheet-columns-${sheet.columns}`}>
      {sheet.sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <ul>
            {section.entries.map((entry) => (
              <Entry key={`${entry.head} ${entry.text}`} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
    <footer>{sheet.foot}</footer>
  </article>
);

export const SheetTools = ({ sheet }: { sheet: PrintSheet }) => (
  <nav className="no-print flex flex-wrap items-center gap-3 p-3" aria-label="Sheet">
    <a href={sheet.back} className="btn btn-sm">
      ← {sheet.name}
    </a>
    <p>
      One page, <strong>{PAPER_WORDS[sheet.paper]}</strong>. Print it from your browser (Ctrl+P) at 100 %; the paper is
      set.
    </p>
  </nav>
);
