'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { useTexts } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'

/** What happens when a form of an admin page was saved: a new thing gets its own page, a changed one is read again; `said` tells it beside the button. */
export function useSaved(list: string) {
  const texts = useTexts(thingTexts)
  const router = useRouter()
  const [isSaved, setIsSaved] = useState(false)
  const said: ReactNode = (
    <span role="status" className="self-center text-good">
      {isSaved && texts.saved}
    </span>
  )
  const saved = ({ slug }: { readonly slug: string }, isNew: boolean) => {
    setIsSaved(true)
    if (isNew) router.push(`${list}/${slug}`)
    else router.refresh()
  }
  return { said, saved }
}
