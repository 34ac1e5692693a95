import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { exchangeOf, isMic } from '@/lib/market/exchange'

/** Names in the language of the page: of a feed by its id and English name, of an exchange by its code. For components of the server: the calendars come along. */
export function useListingNames() {
  const { bundledFigures } = useTexts(listingTexts)
  const say = useStored()
  return {
    feed: (id: string, name: string) => (id === 'bundled' ? bundledFigures : name),
    exchange: (mic: string) => (isMic(mic) ? say(exchangeOf(mic).name, exchangeOf(mic).nameZh) : mic),
  }
}
