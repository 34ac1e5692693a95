'use client'

import { useState } from 'react'
import type { FieldDifference } from '@/lib/store/errors'
import type { SentProblem } from './send'
import { useSend } from './useSend'

/** A thing of the API that is kept right by commands: its list's path, and what is stored of it (null for a new one). */
interface Thing {
  /** `/api/v1/events`. */
  readonly path: string
  readonly stored: { readonly key: string; readonly version: number } | null
}

interface Clash {
  readonly version: number
  readonly difference: readonly FieldDifference[]
  readonly changes: Readonly<Record<string, unknown>>
}

/** What saves a thing. */
export interface ThingSaving<View> {
  readonly busy: boolean
  readonly problem: SentProblem | null
  readonly clash: Clash | null
  /** Adds it from the whole of `body`, or changes it by `changes`. */
  save(body: object, changes: Readonly<Record<string, unknown>>): Promise<View | null>
  /** Saves on top of what is stored now the fields named in `mine`. */
  settle(mine: readonly string[]): Promise<View | null>
  /** Goes back to the form. */
  leave(): void
}

/**
 * Saves a thing: adds it, or changes the fields in which it differs from what was read. When somebody else was faster, `clash` has the fields in which both differ until
 * `settle` is told whose values are to stand. Both give what is stored then, null when it was refused or clashes.
 */
export function useThing<View>({ path, stored }: Thing): ThingSaving<View> {
  const { busy, problem, send, setProblem } = useSend()
  const [clash, setClash] = useState<Clash | null>(null)
  const change = async (version: number, changes: Readonly<Record<string, unknown>>): Promise<View | null> => {
    const address = `${path}/${encodeURIComponent(stored?.key ?? '')}`
    const sent = await send<View>('PATCH', address, { version, ...changes })
    const isClash = sent.problem?.kind === 'conflict' && sent.problem.version !== undefined
    if (isClash && sent.problem?.version !== undefined) {
      setClash({ version: sent.problem.version, difference: sent.problem.difference ?? [], changes })
      setProblem(null)
    } else setClash(null)
    return sent.data
  }
  return {
    busy,
    problem,
    clash,
    async save(body, changes) {
      if (stored === null) return (await send<View>('POST', path, body)).data
      return change(stored.version, changes)
    },
    async settle(mine) {
      if (clash === null) return null
      const kept = Object.fromEntries(Object.entries(clash.changes).filter(([field]) => mine.includes(field)))
      return change(clash.version, kept)
    },
    leave: () => setClash(null),
  }
}
