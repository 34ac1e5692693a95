import type { WindowLengths } from '@/lib/analytics/eventStudy/layout'
import type { Model } from '@/lib/analytics/eventStudy/model'
import type { ReturnKind } from '@/lib/analytics/returns'

/** How a study is made: model, kind of return, and windows in sessions. */
export interface StudySettings extends WindowLengths {
  readonly model: Model
  readonly returns: ReturnKind
}

export const defaultSettings: StudySettings = {
  model: 'market',
  returns: 'log',
  pre: 5,
  post: 10,
  gap: 10,
  estimation: 250,
}

/** What is declared before anybody looks: the market model on log returns over [0, +1], with the default estimation window. Everything else is a further look. */
export const headlineSettings: StudySettings = defaultSettings
export const headlineWindow = { from: 0, to: 1 } as const

/** Fewest sessions before the gap, the event's own estimation window, that a study of a stored event rests on; and the fewest once those around other events are left out. */
export const fewestEstimation = 120
export const fewestUsed = 60

/** Confidence of the bands. */
export const confidence = 0.95
/** Level of the verdict's tests, after Holm. */
export const level = 0.05
