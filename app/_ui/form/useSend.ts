'use client'

import { useCallback, useRef, useState } from 'react'
import { type Method, type Sent, type SentProblem, sendJson } from './send'

export interface Sending {
  /** Whether an answer is awaited. */
  readonly busy: boolean
  /** The problem of what was sent last; null while it is awaited and when it went well. */
  readonly problem: SentProblem | null
  /** Sends JSON to our API and gives back its data or the problem, which is kept in `problem` as well. */
  send<T>(method: Method, path: string, body?: unknown): Promise<Sent<T>>
  /** Sets the problem, or takes it away. */
  setProblem(problem: SentProblem | null): void
}

/** Sending from a form or a button, one thing after the other. */
export function useSend(): Sending {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<SentProblem | null>(null)
  const awaited = useRef(0)
  const send = useCallback(async <T>(method: Method, path: string, body?: unknown): Promise<Sent<T>> => {
    awaited.current += 1
    setBusy(true)
    setProblem(null)
    const sent = await sendJson<T>(method, path, body)
    awaited.current -= 1
    setBusy(awaited.current > 0)
    setProblem(sent.problem)
    return sent
  }, [])
  return { busy, problem, send, setProblem }
}
