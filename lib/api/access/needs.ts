import { createMiddleware } from 'hono/factory'
import { requireScope, type Scope } from '@/lib/store/context'

/** Refuses callers without a scope before anything they sent is looked at. The commands ask again. */
export const needs = (scope: Scope) =>
  createMiddleware(async (c, next) => {
    const { actor, scopes } = c.get('caller')
    requireScope({ actor, scopes }, scope)
    await next()
  })
