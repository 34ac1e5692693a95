import { expect } from 'vitest'
import { noLimits } from '@/lib/access/limits'
import { createApi } from '@/lib/api/app'
import type { FreshStore } from '../../database/fresh'
import { seededStore } from '../../database/seeded'

/** A Tuesday after the bundled figures end and before the calendars do. */
export const now = new Date('2026-11-24T02:00:00Z')

export interface SeededApi {
  readonly store: FreshStore
  readonly api: ReturnType<typeof createApi>
  /** GETs a path that must answer 200 and returns its JSON. */
  readonly json: <T = Record<string, never>>(path: string) => Promise<T>
  /** GETs a path that must answer with a problem of this status and returns it. */
  readonly problem: (path: string, status: number) => Promise<ProblemAnswer>
}

export interface ProblemAnswer {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly parameter?: string
  readonly parameters?: readonly { name: string; detail: string }[]
  readonly near?: readonly string[]
}

/** The real app on a store of its own with everything that ships in the box. */
export async function seededApi(): Promise<SeededApi> {
  const store = await seededStore()
  const api = createApi({ store, now: () => now, limits: noLimits })
  return {
    store,
    api,
    json: async <T>(path: string) => {
      const response = await api.request(path)
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as T
    },
    problem: async (path, status) => {
      const response = await api.request(path)
      expect({ path, status: response.status }).toEqual({ path, status })
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      const body = (await response.json()) as ProblemAnswer
      expect(body.status).toBe(status)
      expect(body.detail.length).toBeGreaterThan(10)
      return body
    },
  }
}
