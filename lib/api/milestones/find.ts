import type { Store } from '@/lib/store/connection/store'
import { listMilestones } from '@/lib/store/milestone/list'
import { nearest, unknownText } from '../parameters/near'
import { Problem } from '../problem/problem'

/** The problem of a milestone's slug that is not known, with slugs like it. */
export async function unknownMilestone(store: Store, slug: string): Promise<Problem> {
  const near = nearest(
    slug,
    (await listMilestones(store)).map((one) => ({ name: one.slug, alias: [one.title, one.titleZh] })),
  )
  return new Problem('unknown-milestone', unknownText(slug, near, '/api/v1/milestones'), { near })
}
