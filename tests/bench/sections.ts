import { arithmetic } from './arithmetic'
import { growth } from './growth/growth'
import { live } from './live/section'
import type { Section } from './section'

/** What `npm run bench` measures, in this order. */
export const sections: readonly Section[] = [arithmetic, growth, live]
