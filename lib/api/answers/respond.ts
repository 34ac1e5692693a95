import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { Store } from '@/lib/store/connection/store'
import { type Answer, entityTag } from './answer'
import { type Known, rememberPlan } from './door'
import { encodingOf } from './encoding'

/**
 * Answers with what was made once: packed as the client likes it, under its own entity tag. (The middleware turns it into a 304 where the client has it.) `name` is what the tag is
 * made of, the answer's own when not given.
 */
export async function respondAnswer(
  c: Context,
  answer: Answer,
  { name = answer.name, headers = {} }: { name?: string; headers?: Readonly<Record<string, string>> } = {},
) {
  const encoding = encodingOf(c.req.header('accept-encoding'))
  // A view of the same bytes: they may be sent to others at the same time, and are never written to.
  const { buffer, byteOffset, byteLength } = await answer.bytes(encoding)
  return c.body(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength), 200, {
    'Content-Type': 'application/json',
    ETag: entityTag(name, encoding),
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    ...headers,
  })
}

/**
 * Lets the door in front answer the next request for this address by `known`, unless somebody in particular has asked. `route` is the pattern that requests are counted by.
 */
export function openDoor(c: Context, store: Store, route: string, known: Known): void {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage }
  if (incoming?.url && c.get('caller').via === 'nobody') rememberPlan(store, incoming.url, { route, known })
}
