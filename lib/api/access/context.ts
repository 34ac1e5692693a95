import type { Context } from 'hono'
import type { Caller } from '@/lib/access/caller'
import type { CommandContext } from '@/lib/store/context'
import type { ApiDeps } from '../deps'

declare module 'hono' {
  interface ContextVariableMap {
    caller: Caller
  }
}

/** What the commands of this request are called with. */
export function commandContext(c: Context, { now }: Pick<ApiDeps, 'now'>): CommandContext {
  const { actor, scopes } = c.get('caller')
  return { actor, scopes, now: now() }
}

/** Whether the caller may see what is not published. */
export function seesDrafts(c: Context): boolean {
  const { scopes } = c.get('caller')
  return scopes.includes('annotate') || scopes.includes('admin')
}
