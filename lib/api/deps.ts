import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Identify } from '@/lib/access/caller'
import type { Limits } from '@/lib/access/limits'
import type { Access } from '@/lib/access/open'
import type { Store } from '@/lib/store/connection/store'

/** What the routes work with. `now` tells the time of each request. */
export interface ApiDeps {
  readonly store: Store
  readonly now: () => Date
  /** How people and programs get in; when not given, one whose browsers are forgotten when the process ends. */
  readonly access?: Access
  /** Tells who calls, in place of `access`. */
  readonly identify?: Identify
  /** How much one client may ask; the usual limits when not given. */
  readonly limits?: Limits
  /** Where the pages are known to the world (`https://tidemark.example`), when that is not the host that is asked. */
  readonly publicUrl?: string
  /** Folder of the migrations this version was made with; `prisma/migrations` of the working directory by default. */
  readonly migrationsFolder?: string
}

/** The same with everything that may be left out. */
export type FullDeps = ApiDeps & Required<Pick<ApiDeps, 'access' | 'identify' | 'limits'>>

/** Adds the routes of an entity to the app. */
export type AddRoutes = (api: OpenAPIHono, deps: FullDeps) => void
