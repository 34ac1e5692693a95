import Link from 'next/link'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useFormat } from '../format/useFormat'
import { Icon } from '../frame/Icon'
import { useTexts } from '../i18n/texts'
import { chartTexts } from '../messages/chart'
import type { ChartMark } from './model'

interface MarkCardProps {
  readonly marks: readonly ChartMark[]
  readonly numbers: readonly number[]
  readonly onClose: () => void
}

/** The events of a mark that several share, each a link; the focus goes to the first, Escape closes. */
export function MarkCard({ marks, numbers, onClose }: MarkCardProps) {
  const texts = useTexts(chartTexts)
  const { span } = useFormat()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other numbers are another card
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('a, button')?.focus()
  }, [numbers])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return (
    <div ref={box} role="dialog" aria-label={texts.events} onKeyDown={onKeyDown} className="mark-card">
      <button type="button" className="icon-button float-right" aria-label={texts.close} onClick={onClose}>
        <Icon name="close" />
      </button>
      <ol>
        {marks
          .filter(({ number }) => numbers.includes(number))
          .map(({ number, title, date, end, href }) => (
            <li key={number} className="px-2 py-1">
              <span className="text-faint text-small">
                {number} · {span(date, end ?? null)}
              </span>
              <br />
              {href ? (
                <Link className="quiet-link font-medium" href={href} prefetch={false}>
                  {title}
                </Link>
              ) : (
                title
              )}
            </li>
          ))}
      </ol>
    </div>
  )
}
