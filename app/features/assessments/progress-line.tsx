/** Where a change stands on its way, as a list that reads as one. */
export function ProgressLine({ stations, at }: { stations: readonly string[]; at: number }) {
  return (
    <ol className="isolate grid grid-cols-1 gap-y-1 sm:grid-flow-col sm:auto-cols-fr" aria-label="Progress">
      {stations.map((label, index) => {
        const reached = index <= at;
        const circle = reached ? 'bg-primary text-primary-content' : 'bg-base-300 text-base-content';
        return (
          <li
            key={label}
            aria-current={index === at ? 'step' : undefined}
            className="relative flex items-center gap-2 sm:flex-col sm:gap-1"
          >
            {index > 0 ? (
              <span
                aria-hidden="true"
                className={`absolute top-3 right-1/2 -z-10 hidden h-1 w-full sm:block ${reached ? 'bg-primary' : 'bg-base-300'}`}
              />
            ) : null}
            <span className={`relative grid size-7 place-items-center rounded-full ${circle}`}>{index + 1}</span>
            <span className={index === at ? 'font-semibold' : undefined}>{label}</span>
          </li>
        );
      })}
    </ol>
  );
}
