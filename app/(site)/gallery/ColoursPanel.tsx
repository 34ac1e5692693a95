'use client'

import { useEffect, useRef, useState } from 'react'
import { useThemeKey } from '@/app/_ui/chart/colours'
import { formatNumber } from '@/app/_ui/format/number'
import { useTexts } from '@/app/_ui/i18n/texts'
import { galleryTexts } from '@/app/_ui/messages/gallery'
import { Panel } from '@/app/_ui/Panel'
import { contrast } from '@/app/_ui/theme/contrast'

const pairs = [
  ...['ink', 'soft', 'faint', 'link'].flatMap((colour) =>
    ['panel', 'page', 'well'].map((ground) => [colour, ground] as const),
  ),
  ...['cambricon', 'nvidia', 'up', 'down'].map((colour) => [colour, 'panel'] as const),
  ...['good', 'warn', 'bad'].map((colour) => [colour, `${colour}-ground`] as const),
]

const channels = (colour: string) =>
  colour
    .match(/[\d.]+/g)
    ?.slice(0, 3)
    .map(Number) ?? []

/** Each colour of text on each ground it stands on, with the contrast that this browser shows. */
export function ColoursPanel() {
  const texts = useTexts(galleryTexts).colours
  const theme = useThemeKey()
  const list = useRef<HTMLUListElement>(null)
  const [measured, setMeasured] = useState<readonly number[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are other ones in another theme
  useEffect(() => {
    const samples = [...(list.current?.querySelectorAll('[data-sample]') ?? [])]
    setMeasured(
      samples.map((sample) => {
        const { color, backgroundColor } = getComputedStyle(sample)
        return contrast(channels(color), channels(backgroundColor))
      }),
    )
  }, [theme])
  return (
    <Panel title={texts.title} note={texts.note}>
      <ul ref={list} className="grid grid-cols-2 gap-2 px-4 pb-4 sm:grid-cols-3 lg:grid-cols-4">
        {pairs.map(([colour, ground], index) => (
          <li key={`${colour} ${ground}`} className="flex items-center gap-2">
            <span
              data-sample={`${colour} ${ground}`}
              className="rounded border border-line px-2 py-1 font-medium"
              style={{ color: `var(--color-${colour})`, background: `var(--color-${ground})` }}
            >
              {texts.sample}
            </span>
            <span className="min-w-0 text-faint text-small">
              {texts.on(colour, ground)}
              <br />
              <span data-contrast>{formatNumber(measured[index], 1)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
