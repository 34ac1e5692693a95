import { pages } from './pages/section'
import type { Section } from './section'

/** What `npm run bench` measures beside the arithmetic, in this order. */
export const sections: readonly Section[] = [pages]
