/** Search over instruments, questions and clauses; a plain form, so it works without JavaScript. */
export const LibrarySearch = ({ q }: { q: string }) => (
  <search className="no-print">
    <form action="/library" method="get" className="flex flex-wrap gap-2">
      <input
        type="search"
        name="q"
        defaultValue={q}
        aria-label="Search instruments, questions and clauses"
        placeholder="Question, clause, duty… (C1, §4.3.2.3, operating system)"
        maxLength={200}
        className="input w-full sm:w-96"
      />
      <button type="submit" className="btn btn-primary">
        Search
      </button>
    </form>
  </search>
);
