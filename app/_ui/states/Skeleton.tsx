/** Rows of a list on their way, each as high as the row that will stand there, so that nothing jumps. */
export function RowsSkeleton({ label, rows }: { label: string; rows: number }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same
        <div key={row} className="flex h-8 items-center gap-6 px-3">
          <span className="bone grow" />
          <span className="bone w-16" />
          <span className="bone w-12" />
        </div>
      ))}
    </div>
  )
}
