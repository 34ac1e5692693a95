import type { z } from 'zod'
import { FeedError } from '../types'

/** The body in the shape the feed's format promises, or a FeedError `not-the-format` that names the first place where it departs. */
export function inShape<S extends z.ZodType>(
  schema: S,
  body: unknown,
  feed: string,
  name: string,
  target: string,
): z.output<S> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const at = issue === undefined || issue.path.length === 0 ? 'the top' : issue.path.join('.')
  const message = `${name} answered another shape for ${target}: at ${at}, ${issue?.message ?? 'unreadable'}`
  throw new FeedError(feed, 'not-the-format', message)
}
