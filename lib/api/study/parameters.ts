import { z } from '@hono/zod-openapi'
import { models } from '@/lib/analytics/eventStudy/model'
import { returnKinds } from '@/lib/analytics/returns'
import { defaultSettings, fewestEstimation, type StudySettings } from '@/lib/studies/event/settings'
import { countParameter, wordParameter } from '../parameters/schema'

const { model, returns, pre, post, gap, estimation } = defaultSettings

/** What each setting may be: words, or the least and the most of a whole number. */
export const settingsRange = {
  model: models,
  returns: returnKinds,
  pre: [0, 60],
  post: [0, 60],
  gap: [0, 120],
  estimation: [fewestEstimation, 1000],
} as const satisfies Record<keyof StudySettings, readonly [string, ...string[]] | readonly [number, number]>

/** The settings of a study as query parameters, each with its default. */
export const settingsParameters = {
  model: wordParameter(settingsRange.model, 'How the normal return is told').default(model),
  returns: wordParameter(settingsRange.returns, 'Kind of the returns').default(returns),
  pre: countParameter(...settingsRange.pre, pre, 'Sessions of the event window before day 0'),
  post: countParameter(...settingsRange.post, post, 'Sessions of the event window after day 0'),
  gap: countParameter(...settingsRange.gap, gap, 'Sessions between the estimation window and the event window'),
  estimation: countParameter(...settingsRange.estimation, estimation, 'Sessions of the estimation window'),
}

const settingsSchema = z.object(settingsParameters)

/** Settings as a page takes them: `wrong` names each value that cannot be meant; the default stands in its place. What was expected is in `settingsRange`. */
export interface ReadSettings {
  readonly settings: StudySettings
  readonly wrong: readonly { readonly name: keyof StudySettings; readonly value: string }[]
}

const isSetting = (name: unknown): name is keyof StudySettings => String(name) in settingsRange

/** Reads the settings of a study from the parameters of a page. Other parameters are passed over. */
export function readStudySettings(given: Readonly<Record<string, string | undefined>>): ReadSettings {
  const parsed = settingsSchema.safeParse(given)
  if (parsed.success) return { settings: parsed.data, wrong: [] }
  const wrong = parsed.error.issues.flatMap(({ path: [name] }) =>
    isSetting(name) ? [{ name, value: given[name] ?? '' }] : [],
  )
  const names = new Set<string>(wrong.map(({ name }) => name))
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name)))
  return { settings: settingsSchema.parse(rest), wrong }
}
