/** One column of a table: its name, and how it is set. */
export interface Column {
  readonly name: string
  /** Words, set to the left; figures otherwise. The first column is always set to the left. */
  readonly words?: boolean
  /** Explains the column on hover. */
  readonly title?: string
  readonly className?: string
}

/** The head row of a table of figures. */
export function TableHead({ columns }: { columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ name, words, title, className }) => (
          <th
            key={name}
            scope="col"
            title={title}
            className={[words ? 'text' : '', className ?? ''].join(' ').trim() || undefined}
          >
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
