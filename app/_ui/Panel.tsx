import type { ReactNode } from 'react'

interface PanelProps {
  readonly title: string
  readonly id?: string
  /** One quiet line under the title: unit, base, what is counted. */
  readonly note?: ReactNode
  /** Controls at the right of the title. */
  readonly aside?: ReactNode
  /** Source and as-of, at the foot. */
  readonly foot?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** The one frame of the pages: a title, a line on what is shown, controls, content, and its source. */
export function Panel({ title, id, note, aside, foot, className = '', children }: PanelProps) {
  return (
    <section id={id} aria-label={title} className={`panel flex min-w-0 flex-col ${className}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="font-semibold text-[0.875rem] tracking-tight">{title}</h2>
          {note && <p className="text-faint text-small">{note}</p>}
        </div>
        {aside}
      </div>
      <div className="min-w-0 grow">{children}</div>
      {foot && <div className="border-line border-t px-4 py-2 text-faint text-small">{foot}</div>}
    </section>
  )
}
