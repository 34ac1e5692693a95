import { formatChange, formatNumber, formatPrice } from '@/app/_ui/format/number'
import { formats } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { galleryTexts } from '@/app/_ui/messages/gallery'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import { languages } from '@/lib/api/language'

const sizes = [
  ['title', 'font-semibold text-title tracking-tight'],
  ['figure', 'font-semibold text-figure tracking-tight'],
  ['lead', 'text-lead text-soft'],
  ['body', 'text-body'],
  ['small', 'text-small text-faint'],
  ['tiny', 'text-tiny text-faint'],
] as const

/** The sizes of type, each set in itself. */
export function TypePanel() {
  const texts = useTexts(galleryTexts).type
  return (
    <Panel title={texts.title}>
      <dl className="space-y-2 px-4 pb-4">
        {sizes.map(([name, look]) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-4">
            <dt className="w-16 shrink-0 text-faint text-small">{texts.sizes[name]}</dt>
            <dd className={look}>{texts.sample}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** What the formatters make of figures and dates, in every language. */
export function FiguresPanel() {
  const texts = useTexts(galleryTexts).figures
  const plain = (text: string) => languages.map(() => text)
  const each = (write: (format: (typeof formats)['en']) => string) => languages.map((one) => write(formats[one]))
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [texts.price, plain(`${formatPrice(1310)} · ${formatPrice(0.4215)}`)],
    [
      texts.change,
      plain(`${formatChange(0.0412)} · ${formatChange(-0.2008)} · ${formatChange(0)} · ${formatChange(43.48)}`),
    ],
    [texts.amount, each(({ compact }) => `${compact(46_743_000_000)} · ${compact(-2_880_643)}`)],
    [texts.count, plain(formatNumber(64_765_343, 0))],
    [texts.nothing, plain(formatNumber(null))],
    [texts.day, each(({ day }) => `${day('2025-09-18')} · ${day('2025-09')}`)],
    [texts.moment, each(({ moment }) => moment('2025-09-18T07:00:00Z'))],
    [texts.span, each(({ span }) => span('2025-08-21', '2025-09-04'))],
    [texts.window, each(({ window }) => `${window('2026-Q4')} · ${window('2027')} · ${window(null)}`)],
  ]
  return (
    <Panel title={texts.title}>
      <Wide label={texts.title}>
        <table className="figures">
          <TableHead
            columns={[{ name: texts.kind }, { name: 'English', words: true }, { name: '中文', words: true }]}
          />
          <tbody>
            {rows.map(([name, values]) => (
              <tr key={name}>
                <td>{name}</td>
                {values.map((value, index) => (
                  <td key={languages[index]} className="text" lang={languages[index]}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
