/** What a command may do, decided before it is called. `ingest` writes series, `annotate` writes events, `admin` everything. */
export const scopes = ['read', 'ingest', 'annotate', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Who asks, what they may do, and what time it is for them. */
export interface CommandContext {
  readonly actor: string
  readonly scopes: readonly Scope[]
  readonly now: Date
}

/** Raised when a command is called without the scope it needs. */
export class ScopeError extends Error {
  override readonly name = 'ScopeError'
  constructor(
    readonly actor: string,
    readonly needed: Scope,
  ) {
    super(`${actor} may not do this: it needs the scope "${needed}"`)
  }
}

/** Throws `ScopeError` unless `ctx` has `needed` (or `admin`). Pure. */
export function requireScope(ctx: Pick<CommandContext, 'actor' | 'scopes'>, needed: Scope): void {
  if (!ctx.scopes.includes(needed) && !ctx.scopes.includes('admin')) throw new ScopeError(ctx.actor, needed)
}
