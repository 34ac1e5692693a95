import type { Queryable } from '../connection/sql'

/** A window that a published milestone had before it was moved, with when (UTC) and by whom that was. */
export interface Slip {
  readonly promised: string | null
  readonly changedAt: Date
  readonly changedBy: string
}

interface Move extends Slip {
  readonly slug: string
  readonly action: string
  readonly now: string | null
}

/** The slips that a milestone's moves leave, oldest first: an undo that puts the last window back takes that slip back; a first window is none. Pure. */
export function slipsOf(moves: readonly Omit<Move, 'slug'>[]): Slip[] {
  const slips: Slip[] = []
  for (const { action, now, ...slip } of moves) {
    const last = slips.at(-1)
    if (action === 'restore' && last !== undefined && last.promised === now) slips.pop()
    else slips.push(slip)
  }
  return slips.filter(({ promised }) => promised !== null)
}

/** The slips of every milestone by its slug, oldest first, as the audit tells them. With `until` only those up to that moment. */
export async function milestoneSlips(sql: Queryable, until?: Date): Promise<Map<string, Slip[]>> {
  const moves = await sql<Move[]>`
    SELECT key AS slug, action, before->>'promised' AS promised, after->>'promised' AS now, at AS "changedAt", actor AS "changedBy"
    FROM audit_entry WHERE entity = 'milestone' AND before->>'status' = 'published' AND before->'promised' IS DISTINCT FROM after->'promised'
      AND (${until ?? null}::timestamptz IS NULL OR at <= ${until ?? null}) ORDER BY id`
  const bySlug = new Map<string, Omit<Move, 'slug'>[]>()
  for (const { slug, ...move } of moves) bySlug.set(slug, [...(bySlug.get(slug) ?? []), move])
  return new Map([...bySlug].map(([slug, of]) => [slug, slipsOf(of)]))
}
