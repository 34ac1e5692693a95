import { basename } from 'node:path'
import pino, { type Logger } from 'pino'
import { settings } from '@/lib/settings'
import { currentFields } from './fields'
import { writtenLine } from './line'

const secretFields = ['authorization', 'cookie', 'set-cookie', 'password', 'secret', 'token', 'tokenHash', 'keyHash']

/** Every path under which a secret may come by in what is logged: by itself, and up to two objects deep. */
const redacted = secretFields.flatMap((name) =>
  ['', '*.', '*.*.'].map((at) => (at === '' ? `["${name}"]` : `${at.slice(0, -1)}["${name}"]`)),
)

function made(): Logger {
  const { LOG_LEVEL, LOG_FORMAT } = settings()
  const form = LOG_FORMAT ?? (process.stdout.isTTY ? 'text' : 'json')
  return pino(
    {
      level: LOG_LEVEL,
      // `web`, `worker`: the job this process runs.
      base: { part: basename(process.argv[1] ?? '', '.ts') },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      mixin: () => ({ ...currentFields() }),
      redact: { paths: redacted, censor: '[redacted]' },
    },
    // Looked up at each line, so that whoever takes the output over (a test) gets it.
    { write: (line: string) => void process.stdout.write(writtenLine(line, form)) },
  )
}

let current: Logger | undefined

/**
 * The log of this process: JSON lines on standard output, or short lines for people where that is a terminal (`LOG_FORMAT` decides otherwise), from `LOG_LEVEL`
 * on. Lines carry the request they belong to; secrets are taken out. Throws `SettingsError` at its first use when the settings are wrong.
 */
export function log(): Logger {
  current ??= made()
  return current
}
