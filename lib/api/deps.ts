import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Store } from '@/lib/store/connection/store'

/** What the routes work with. `now` tells the time of each request. */
export interface ApiDeps {
  readonly store: Store
  readonly now: () => Date
  /** Folder of the migrations this version was made with; `prisma/migrations` of the working directory by default. */
  readonly migrationsFolder?: string
}

/** Adds the routes of an entity to the app. */
export type AddRoutes = (api: OpenAPIHono, deps: ApiDeps) => void
