/** A grey bar in place of a line or figure that is on its way. `width` is in rem. */
export function Bone({ width, className = 'h-3' }: { width?: number; className?: string }) {
  return <span className={`bone ${className}`} style={width === undefined ? undefined : { width: `${width}rem` }} />
}

/** A panel of `rows` table rows on their way, of the height the table will have. */
export function TableSkeleton({ label, rows }: { label: string; rows: number }) {
  return (
    <div className="panel" role="status" aria-label={label}>
      <div className="px-4 pt-3 pb-2">
        <Bone width={11} className="h-4" />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same
        <div key={row} className="flex h-[2.1875rem] items-center gap-6 border-line border-t px-4">
          <Bone width={9} />
          <Bone className="h-3 grow" />
          <Bone width={4} />
          <Bone width={4} />
        </div>
      ))}
    </div>
  )
}

/** A panel whose chart is on its way; `className` gives the chart its height. */
export function ChartSkeleton({ label, className = 'h-72' }: { label: string; className?: string }) {
  return (
    <div className="panel" role="status" aria-label={label}>
      <div className="space-y-1.5 px-4 pt-3 pb-2">
        <Bone width={11} className="h-4" />
        <Bone width={18} />
      </div>
      <div className={`px-4 pb-4 ${className}`}>
        <Bone className="h-full w-full" />
      </div>
    </div>
  )
}
