import { expect } from 'vitest'
import { createExport } from '@/app/_export/app'
import { setStore } from '@/lib/store/connection/store'
import { now, type ProblemAnswer, seededApi } from '../api/seeded'

export type Columns = Readonly<Record<string, readonly (string | number | boolean | null)[]>>

/** What `/view.json` gives: columns of one length and what is said of them. */
export interface TakenJson {
  readonly meta: Readonly<Record<string, string>>
  readonly columns: Columns
}

/** The exports on a store of their own with everything that ships in the box, and the API beside them. */
export async function seededExports() {
  const seeded = await seededApi()
  setStore(seeded.store)
  const app = createExport({ originOf: () => 'https://tidemark.example', now: () => now })
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const ok = async (path: string) => {
    const response = await get(path)
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }
  return {
    ...seeded,
    get,
    text: async (path: string) => (await ok(path)).text(),
    taken: async (path: string): Promise<TakenJson> => {
      const { meta, ...columns } = (await (await ok(path)).json()) as { meta: TakenJson['meta'] } & Columns
      return { meta, columns }
    },
    bytes: async (path: string) => Buffer.from(await (await ok(path)).arrayBuffer()),
    refused: async (path: string, status: number): Promise<ProblemAnswer> => {
      const response = await get(path)
      expect({ path, status: response.status }).toEqual({ path, status })
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      return (await response.json()) as ProblemAnswer
    },
  }
}

export type SeededExports = Awaited<ReturnType<typeof seededExports>>

/** The rows of a CSV without quoted cells, by the names of its columns; head lines left out. */
export function rowsOfCsv(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'))
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])))
}
