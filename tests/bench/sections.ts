import { arithmetic } from './arithmetic'
import { growth } from './growth/growth'
import { ingest } from './ingest/section'
import { live } from './live/section'
import { pages } from './pages/section'
import { reads } from './reads/section'
import type { Section } from './section'

/** What `npm run bench` measures, in this order. */
export const sections: readonly Section[] = [arithmetic, ingest, reads, pages, growth, live]
