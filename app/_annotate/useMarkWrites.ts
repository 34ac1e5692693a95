'use client'

import { useLanguage } from '#language'
import { problemText } from '@/app/_ui/form/problemText'
import type { Sent } from '@/app/_ui/form/send'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import { thingTexts } from '@/app/_ui/messages/things'
import type { EventView } from '@/lib/api/events/schema'
import { movedTo, stepFrom } from '@/lib/market/eventMove'
import { placeOf, timeOf } from './marks'
import type { Told } from './Toast'
import { archiveEvent, changeEvent, readEvent, undoLast } from './writes'

interface Hand {
  readonly symbols: readonly string[]
  /** Shows a mark on another date, or takes it away; before the server has said yes. */
  readonly moved: (slug: string, date: string | null) => void
  readonly tell: (told: Told) => void
  readonly refresh: () => void
}

export type MarkStep = 'earlier' | 'later'

/** What is done to a mark without opening its form; each shows at once, is told with an undo, and taken back when the server refuses it. */
export function useMarkWrites({ symbols, moved, tell, refresh }: Hand) {
  const [texts, { states }] = [useTexts(annotateTexts), useTexts(thingTexts)]
  const [say, { day }, language] = [useStored(), useFormat(), useLanguage()]
  const titleOf = (event: EventView) => say(event.title, event.titleZh)
  /** Tells why something was not done; null then. */
  const known = <T>(sent: Sent<T>): T | null => {
    if (sent.problem === null) return sent.data
    const { kind, detail } = sent.problem
    tell({ text: kind === 'managed' ? detail : problemText(language, sent.problem), isProblem: true })
    return null
  }
  const read = async (slug: string) => known(await readEvent(slug))
  const placed = (event: EventView) => placeOf(event, symbols)

  const moveTo = async (event: EventView, target: string) => {
    const { date: before, mic } = placed(event)
    const time = movedTo(timeOf(event), mic, target)
    if (time.start === event.start) return
    moved(event.slug, target)
    const after = known(await changeEvent(event.slug, event.version, time))
    if (after === null) return moved(event.slug, before)
    moved(event.slug, placed(after).date)
    tell({ text: texts.moved(titleOf(after), day(placed(after).date)), undo: after })
    refresh()
  }
  return {
    read,
    /** Moves an event so that its mark stands on a session. */
    async move(slug: string, target: string) {
      const event = await read(slug)
      if (event) await moveTo(event, target)
    },
    async step(slug: string, way: MarkStep) {
      const event = await read(slug)
      if (event) await moveTo(event, stepFrom(timeOf(event), placed(event).mic, way))
    },
    async setStatus(slug: string, status: 'draft' | 'published' | 'archived') {
      const event = await read(slug)
      if (event === null) return
      const sent =
        status === 'archived' ? archiveEvent(slug, event.version) : changeEvent(slug, event.version, { status })
      const after = known(await sent)
      if (after === null) return
      if (status === 'archived') moved(slug, null)
      tell({ text: texts.saved(titleOf(after), states[after.status]), undo: after })
      refresh()
    },
    async undo(of: Pick<EventView, 'slug' | 'version'>) {
      const back = known(await undoLast(of))
      if (back === null) return
      const { date } = placed(back)
      moved(back.slug, back.status === 'archived' ? null : date)
      tell({
        text: back.status === 'archived' ? texts.takenBack(titleOf(back)) : texts.undone(titleOf(back), day(date)),
      })
      refresh()
    },
  }
}

export type MarkWrites = ReturnType<typeof useMarkWrites>
