import { formatChange } from './format/number'

/** A signed change, coloured as well as signed. `fraction` 0.01 is one percent. */
export function Change({ fraction, title, digits }: { fraction: number | null; title?: string; digits?: number }) {
  const colour = fraction === null || fraction === 0 ? 'text-soft' : fraction > 0 ? 'text-up' : 'text-down'
  return (
    <span className={colour} title={title}>
      {formatChange(fraction, digits)}
    </span>
  )
}
