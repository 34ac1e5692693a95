'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { sendJson } from '@/app/_ui/form/send'
import { type Sending, useSend } from '@/app/_ui/form/useSend'
import type { RequestView } from '@/lib/api/requests/schema'

const lookEveryMs = 1_000
const path = '/api/v1/requests'

const isOpen = (work: RequestView | null) => work?.state === 'waiting' || work?.state === 'running'

/** Something asked of a worker, followed until it has ended; the page is then made anew. `first` is one that is under way already. */
export function useWork(first: RequestView | null = null): Pick<Sending, 'busy' | 'problem'> & {
  readonly work: RequestView | null
  ask(wanted: object): Promise<void>
  forget(): void
} {
  const router = useRouter()
  const { busy, problem, send, setProblem } = useSend()
  const [work, setWork] = useState(first)
  const [id, open] = [work?.id, isOpen(work)]
  useEffect(() => {
    if (!open || id === undefined) return
    let gone = false
    const timer = setInterval(async () => {
      const { data } = await sendJson<RequestView>('GET', `${path}/${id}`)
      // An answer that does not come is asked for again.
      if (gone || data === null) return
      setWork(data)
      if (!isOpen(data)) router.refresh()
    }, lookEveryMs)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [id, open, router])
  return {
    work,
    problem,
    busy: busy || open,
    ask: async (wanted) => {
      const { data } = await send<RequestView>('POST', path, wanted)
      if (data) setWork(data)
    },
    forget: () => {
      setWork(null)
      setProblem(null)
    },
  }
}
