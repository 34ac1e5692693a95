import type { FeedContext, FeedError } from '@/lib/feeds/types'

/** A context for tests: waits are noted and not waited for, the spread is at its upper end, the clock stands still. */
export function testContext(
  origin: string | null,
  over: Partial<FeedContext> = {},
): { ctx: FeedContext; waits: number[]; retried: FeedError[] } {
  const waits: number[] = []
  const retried: FeedError[] = []
  const ctx: FeedContext = {
    origin,
    contact: 'https://tidemark.example/contact',
    now: () => new Date('2026-08-10T12:00:00Z'),
    timeoutMs: 2_000,
    maxBytes: 10_000_000,
    sleep: async (ms) => {
      waits.push(ms)
    },
    random: () => 1,
    onRetry: (error) => {
      retried.push(error)
    },
    ...over,
  }
  return { ctx, waits, retried }
}
