import { ingest } from './ingest/section'
import type { Section } from './section'

/** What `npm run bench` measures beside the arithmetic, in this order. */
export const sections: readonly Section[] = [ingest]
