import { z } from '@hono/zod-openapi'
import { models } from '@/lib/analytics/eventStudy/model'
import { returnKinds } from '@/lib/analytics/returns'
import { defaultSettings, fewestEstimation, type StudySettings } from '@/lib/studies/event/settings'
import { countParameter, wordParameter } from '../parameters/schema'

const { model, returns, pre, post, gap, estimation } = defaultSettings

/** The settings of a study as query parameters, each with its default. */
export const settingsParameters = {
  model: wordParameter(models, 'How the normal return is told').default(model),
  returns: wordParameter(returnKinds, 'Kind of the returns').default(returns),
  pre: countParameter(0, 60, pre, 'Sessions of the event window before day 0'),
  post: countParameter(0, 60, post, 'Sessions of the event window after day 0'),
  gap: countParameter(0, 120, gap, 'Sessions between the estimation window and the event window'),
  estimation: countParameter(fewestEstimation, 1000, estimation, 'Sessions of the estimation window'),
}

const settingsSchema = z.object(settingsParameters)

/** Settings as a page takes them: `wrong` names each value that cannot be meant, with what was expected; the default stands in its place. */
export interface ReadSettings {
  readonly settings: StudySettings
  readonly wrong: readonly { readonly name: string; readonly value: string; readonly expected: string }[]
}

/** Reads the settings of a study from the parameters of a page. Other parameters are passed over. */
export function readStudySettings(given: Readonly<Record<string, string | undefined>>): ReadSettings {
  const parsed = settingsSchema.safeParse(given)
  if (parsed.success) return { settings: parsed.data, wrong: [] }
  const wrong = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return { name, value: given[name] ?? '', expected: message }
  })
  const names = new Set(wrong.map(({ name }) => name))
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name)))
  return { settings: settingsSchema.parse(rest), wrong }
}
