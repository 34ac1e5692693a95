import type { Tone } from '@/app/_ui/Badge'
import type { StudyView } from '@/lib/api/study/schema'

/** The tone of a verdict's badge: a move asks for attention, neither good nor bad. */
export const verdictTone: Readonly<Record<StudyView['verdict'], Tone>> = {
  moved: 'warn',
  'no-detectable-move': 'plain',
  'cannot-be-decided': 'plain',
}
