import type { dataPageData } from '@/app/_data/dataPage'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { dataTexts } from '@/app/_ui/messages/data'

type Alarm = Awaited<ReturnType<typeof dataPageData>>['alarms'][number]

/** The exchanges whose prices no refresh has brought for a session; nothing when there is none. */
export function RefreshAlarms({ items }: { items: readonly Alarm[] }) {
  const [{ alarm }, { moment }, say] = [useTexts(dataTexts), useFormat(), useStored()]
  return items.map(({ mic, exchange, exchangeZh, session, lastSuccessAt }) => (
    <p key={mic} role="status" className="rounded-md bg-bad-ground px-3 py-2 text-bad" data-testid="refresh-alarm">
      {alarm(say(exchange, exchangeZh), session, lastSuccessAt === null ? null : moment(lastSuccessAt))}
    </p>
  ))
}
