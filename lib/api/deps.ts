import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Identify } from '@/lib/access/caller'
import type { Store } from '@/lib/store/connection/store'

/** What the routes work with. `now` tells the time of each request. */
export interface ApiDeps {
  readonly store: Store
  readonly now: () => Date
  /** Tells who calls; everybody is nobody when not given. */
  readonly identify?: Identify
  /** Where the pages are known to the world (`https://tidemark.example`), when that is not the host that is asked. */
  readonly publicUrl?: string
  /** Folder of the migrations this version was made with; `prisma/migrations` of the working directory by default. */
  readonly migrationsFolder?: string
  /** Whether this process is about to end and wants no more requests; never when not given. */
  readonly draining?: () => boolean
}

/** Adds the routes of an entity to the app. */
export type AddRoutes = (api: OpenAPIHono, deps: ApiDeps) => void
