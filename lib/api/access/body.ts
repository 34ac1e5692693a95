import type { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '../problem/problem'
import { respondProblem } from '../problem/respond'
import { seesDrafts } from './context'
import { deepest, nestingOf } from './nesting'

const limitOf = (kibibytes: number) =>
  bodyLimit({
    maxSize: kibibytes * 1_024,
    onError: (c) => respondProblem(c, new Problem('body-too-large', `The body has more than ${kibibytes} KiB`)),
  })

const usual = limitOf(256)
/** What a file of whoever may import can have. */
const file = limitOf(5 * 1_024)

/** Refuses bodies that are too large, and JSON that is nested deeper than anything we take: walking it would exhaust the stack. */
export function addBodyLimits(api: OpenAPIHono): void {
  api.use((c, next) => (c.req.path.startsWith('/api/v1/import/') && seesDrafts(c) ? file(c, next) : usual(c, next)))
  api.use(async (c, next) => {
    if (/^application\/([a-z.-]+\+)?json/i.test(c.req.header('content-type') ?? '')) {
      const depth = nestingOf(await c.req.text())
      if (depth > deepest) {
        const detail = `The body is nested ${depth} levels deep, expected at most ${deepest}`
        throw new Problem('bad-parameter', detail, { parameters: [{ name: 'body', detail }] })
      }
    }
    await next()
  })
}
