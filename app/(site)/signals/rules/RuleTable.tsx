import Link from 'next/link'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { signalsTexts } from '@/app/_ui/messages/signals'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { RuleView } from '@/lib/api/rules/schema'

export const path = '/signals/rules'

/** The rules with what each looks for and how often it has come true; `chosen` is the slug of the one that is played. */
export function RuleTable({ items, chosen }: { items: readonly RuleView[]; chosen: string | null }) {
  const [{ rules: texts }, { listSeparator }] = [useTexts(signalsTexts), useTexts(commonTexts)]
  const [say, { day }] = [useStored(), useFormat()]
  const { head } = texts
  return (
    <Wide label={texts.list}>
      <table className="figures" data-testid="rules">
        <TableHead
          columns={[
            { name: head.rule },
            { name: head.looksFor, words: true },
            { name: head.listings, words: true, className: 'max-md:hidden' },
            { name: head.fired },
            { name: head.last, words: true, className: 'max-sm:hidden' },
          ]}
        />
        <tbody>
          {items.map(({ slug, name, nameZh, description, descriptionZh, listings, signals, lastKnownAt }) => (
            <tr key={slug}>
              <td className="min-w-20 align-top max-sm:whitespace-normal!">
                <Link
                  href={`${hrefWith(path, {}, { rule: slug })}#backtest`}
                  prefetch={false}
                  aria-current={slug === chosen ? 'true' : undefined}
                  className={`quiet-link font-medium ${slug === chosen ? 'text-link' : ''}`}
                >
                  {say(name, nameZh)}
                </Link>
              </td>
              <td className="text min-w-40 whitespace-normal! align-top text-soft">
                {say(description, descriptionZh)}
              </td>
              <td className="text max-w-48 whitespace-normal! align-top text-faint text-small max-md:hidden">
                {listings.length === 0 ? texts.everywhere : listings.join(listSeparator)}
              </td>
              <td className="align-top">
                <Link className="link" href={hrefWith('/signals', {}, { rule: slug })} prefetch={false}>
                  {signals}
                </Link>
              </td>
              <td className="text align-top max-sm:hidden">{day(lastKnownAt?.slice(0, 10))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
