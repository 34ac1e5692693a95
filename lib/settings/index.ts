import { resolve } from 'node:path'
import { type RawSettings, settingsSchema } from './schema'

export type Settings = Readonly<Omit<RawSettings, 'DATA_DIR'>> & {
  /** Absolute path of the folder the embedded database lives in. */
  readonly DATA_DIR: string
}

/** Raised when a setting is wrong; `problems` has one line a setting, each naming it and what was expected. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  constructor(readonly problems: readonly string[]) {
    super(`Settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
}

/** Reads and validates all settings from `env`. Throws `SettingsError` with everything that is wrong, not only the first. */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = settingsSchema.safeParse(given)
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map((issue) => {
        const name = issue.path.join('.')
        return `${name}: ${issue.message}${/DATABASE|TOKEN|SECRET|SMTP/.test(name) ? '' : `, got "${given[name]}"`}`
      }),
    )
  }
  return { ...parsed.data, DATA_DIR: resolve(parsed.data.DATA_DIR) }
}

let current: Settings | undefined

/** The settings of this process, read once. */
export function settings(): Settings {
  current ??= readSettings()
  return current
}
