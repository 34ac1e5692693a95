import type { Context } from 'hono'
import { type Answer, entityTag } from './answer'
import { encodingOf } from './encoding'

/** Answers with what was made once: packed as the client likes it, under its own entity tag. (The middleware turns it into a 304 where the client has it.) */
export async function respondAnswer(c: Context, answer: Answer, headers: Readonly<Record<string, string>> = {}) {
  const encoding = encodingOf(c.req.header('accept-encoding'))
  return c.body(new Uint8Array(await answer.bytes(encoding)), 200, {
    'Content-Type': 'application/json',
    ETag: entityTag(answer.name, encoding),
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    ...headers,
  })
}
