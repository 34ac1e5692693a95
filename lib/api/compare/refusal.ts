import { Problem } from '../problem/problem'
import type { Words } from './words'

/** A base that cannot be used: what the API says in English, and the same in Chinese for the pages. */
export class BaseRefusal extends Problem {
  constructor(readonly words: Words) {
    super('bad-parameter', `rebase: ${words.en}`, { parameters: [{ name: 'rebase', detail: words.en }] })
  }
}

/** What a refused comparison says of its base, in both languages; anything but a refusal is thrown on. */
export function refusalWords(error: unknown): Words {
  if (error instanceof BaseRefusal) return error.words
  if (!(error instanceof Problem) || error.status >= 500) throw error
  const en = error.extras.parameters?.[0]?.detail ?? error.message
  const near = error.extras.near ?? []
  const like = near.length > 0 ? `；相近的有 ${near.join('、')}` : ''
  return { en, zh: error.kind === 'unknown-event' ? `没有这个事件${like}` : en }
}
