import type { Context } from 'hono'
import { requireScope } from '@/lib/store/context'
import { type Status, statuses } from '@/lib/store/input'
import { wordParameter } from './schema'

/** Which states of things are wanted. */
export const statusParameter = wordParameter(
  ['published', 'draft', 'archived', 'all'],
  'Drafts and archived ones are shown only to whoever may annotate',
).default('published')

/** The states that `statusParameter` asks for. Throws `ScopeError` for others than the published ones unless the caller may annotate. */
export function wantedStatuses(c: Context, status: Status | 'all'): readonly Status[] {
  const { actor, scopes } = c.get('caller')
  if (status !== 'published') requireScope({ actor, scopes }, 'annotate')
  return status === 'all' ? statuses : [status]
}
