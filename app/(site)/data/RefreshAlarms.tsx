import type { dataPageData } from '@/app/_data/dataPage'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { dataTexts } from '@/app/_ui/messages/data'

type Alarm = Awaited<ReturnType<typeof dataPageData>>['alarms'][number]

/** The exchanges whose prices no refresh has brought for a session, in one box; nothing when there is none. */
export function RefreshAlarms({ items }: { items: readonly Alarm[] }) {
  const [{ alarm }, { day, moment }, say] = [useTexts(dataTexts), useFormat(), useStored()]
  if (items.length === 0) return null
  return (
    <div role="status" className="space-y-1 rounded-md bg-bad-ground px-3 py-2 text-bad">
      {items.map(({ mic, exchange, exchangeZh, session, lastSuccessAt }) => (
        <p key={mic} data-testid="refresh-alarm">
          {alarm(say(exchange, exchangeZh), day(session), lastSuccessAt === null ? null : moment(lastSuccessAt))}
        </p>
      ))}
    </div>
  )
}
