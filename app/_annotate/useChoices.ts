'use client'

import { useEffect, useState } from 'react'
import type { PickerOption } from '@/app/_ui/form/Picker'
import { sendJson } from '@/app/_ui/form/send'
import { useStored } from '@/app/_ui/i18n/texts'
import type { ListingsView } from '@/lib/api/listings/view'
import type { TopicsView } from '@/lib/api/topics/schema'

/** What an event may name, each as the reader calls it; the listings with their exchanges. Nothing until it has come. */
export function useChoices() {
  const say = useStored()
  const [listings, setListings] = useState<ListingsView['items']>([])
  const [topics, setTopics] = useState<TopicsView['items']>([])
  useEffect(() => {
    let gone = false
    sendJson<ListingsView>('GET', '/api/v1/listings').then(({ data }) => !gone && data && setListings(data.items))
    sendJson<TopicsView>('GET', '/api/v1/topics').then(({ data }) => !gone && data && setTopics(data.items))
    return () => {
      gone = true
    }
  }, [])
  const option = (value: string, name: string): PickerOption => ({ value, text: name })
  return {
    listings: listings.map(({ symbol, name, nameZh }) => option(symbol, `${say(name, nameZh)} (${symbol})`)),
    mics: Object.fromEntries(listings.map(({ symbol, mic }) => [symbol, mic])) as Readonly<Record<string, string>>,
    topics: topics.map(({ slug, name, nameZh }) => option(slug, say(name, nameZh))),
  }
}
