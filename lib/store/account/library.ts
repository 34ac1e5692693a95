import { AsyncLocalStorage } from 'node:async_hooks'
import type { Outcome } from '../audit/command'
import type { Store } from '../connection/store'
import { type CommandContext, requireScope, type Scope } from '../context'
import { Prisma, type PrismaClient } from '../generated/client'

const running = new AsyncLocalStorage<Prisma.TransactionClient>()

/** The client a library works with that writes for itself: within `runLibraryCommand` it is in the transaction of the command. */
export function libraryClient({ prisma }: Pick<Store, 'prisma'>): PrismaClient {
  return new Proxy(prisma, {
    get: (pool, name) => {
      const client = running.getStore() ?? pool
      return Reflect.get(client, name, client)
    },
  })
}

/**
 * Runs a command whose writing a library does (with `libraryClient`): scope first, then what it writes and the audit entry in one transaction, as `runCommand` does
 * for our own statements. `work` may find out who the actor is. Throws `ScopeError`, and whatever `work` throws.
 */
export async function runLibraryCommand<T>(
  { prisma }: Pick<Store, 'prisma'>,
  ctx: CommandContext,
  scope: Scope,
  work: () => Promise<Outcome<T> & { readonly actor?: string }>,
): Promise<T> {
  requireScope(ctx, scope)
  return prisma.$transaction((transaction) =>
    running.run(transaction, async () => {
      const { result, note, actor = ctx.actor } = await work()
      if (note !== null) {
        const [before, after] = [note.before ?? Prisma.DbNull, note.after ?? Prisma.DbNull] as Prisma.InputJsonValue[]
        await transaction.auditEntry.create({ data: { ...note, before, after, at: ctx.now, actor } })
      }
      return result
    }),
  )
}
