import { isIP } from 'node:net'
import { z } from 'zod'

/** `on`/`off` (also true/false, 1/0) as a boolean. */
const onOff = (fallback: boolean) =>
  z
    .enum(['on', 'off', 'true', 'false', '1', '0'], { error: 'expected on or off' })
    .transform((text) => text === 'on' || text === 'true' || text === '1')
    .default(fallback)

const postgresUrl = z.string().refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), {
  error: 'expected a URL such as postgresql://user:password@host:5432/database',
})

/** Scheme, host and port; path and query stay as the feed's wire format has them. */
const origin = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/', {
    error: 'expected scheme, host and port only, such as http://127.0.0.1:4100',
  })
  .transform((text) => new URL(text).origin)

const isOrigin = (text: string) => /^https?:\/\/[^/?#@\s;,'"*]+$/.test(text) && URL.canParse(text)

/** Origins apart by spaces or commas, or `*` for all. Written into a header, so that nothing but origins may pass. */
const origins = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
  .refine((all) => all.every((one) => one === '*' || isOrigin(one)), {
    error: 'expected origins apart by spaces or commas, such as https://news.example https://blog.example:8443, or *',
  })
  .transform((all): readonly string[] =>
    all.includes('*') ? ['*'] : [...new Set(all.map((one) => new URL(one).origin))],
  )

const port = z
  .string()
  .regex(/^\d+$/, { error: 'expected a port number from 1 to 65535' })
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, { error: 'expected a port number from 1 to 65535' })

const smtpUrl = z.string().refine((text) => /^smtps?:\/\//.test(text) && URL.canParse(text), {
  error: 'expected a URL such as smtp://user:password@mail.example:587',
})

/** Addresses and CIDR ranges apart by spaces or commas. */
const addressRanges = z
  .string()
  .transform((text): readonly string[] => text.split(/[\s,]+/).filter((one) => one !== ''))
  .refine((all) => all.every((one) => isIP(one.split('/')[0] ?? '') !== 0 && /^[^/]+(\/\d{1,3})?$/.test(one)), {
    error: 'expected addresses and ranges apart by spaces or commas, such as 10.1.0.0/16 127.0.0.1',
  })

/** A secret that signs: long enough, and not one letter over and over. */
const secret = z.string().refine((text) => text.length >= 32 && new Set(text).size >= 10, {
  error: 'expected at least 32 random characters, such as those that `openssl rand -base64 32` prints',
})

const proxies = z
  .string()
  .regex(/^\d$/, { error: 'expected the number of your proxies in front, from 0 to 9' })
  .transform(Number)
  .default(0)

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const logLevel = (fallback: (typeof logLevels)[number]) =>
  z.enum(logLevels, { error: `expected ${logLevels.join(', ')}` }).default(fallback)

/** What a program sends to read /metrics from another machine. */
const metricsToken = z
  .string()
  .regex(/^[\x21-\x7e]{16,200}$/, { error: 'expected 16 to 200 characters without spaces' })

const drainSeconds = z
  .string()
  .regex(/^\d{1,3}$/, { error: 'expected whole seconds from 0 to 999' })
  .transform(Number)
  .default(0)

/** A whole number within bounds. */
const count = (least: number, most: number, unit: string) => {
  const error = `expected a whole number of ${unit} from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error })
}

/** Whether a URL says that a pooler answers there (`?pgbouncer=true`). */
const isPooled = (url: string | undefined) => url !== undefined && new URL(url).searchParams.get('pgbouncer') === 'true'

const allSettings = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URL: postgresUrl.optional(),
  DATA_DIR: z.string().default('.tidemark'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ error: 'expected a URL such as https://tidemark.example', protocol: /^https?$/ }).optional(),
  PUBLIC_READING: onOff(true),
  PROXY_DEPTH: proxies,
  SESSION_SECRET: secret.optional(),
  SETUP_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9_-]{24,200}$/, { error: 'expected 24 to 200 letters, digits, - and _' })
    .optional(),
  CONTACT: z.string().max(200).default('https://github.com/tidemark/tidemark'),
  REFRESH: onOff(true),
  QUOTES_EVERY: count(1, 3600, 'seconds').default(15),
  EMBED_ORIGINS: origins.default([]),
  METRICS_TOKEN: metricsToken.optional(),
  LOG_LEVEL: logLevel('info'),
  ACCESS_LOG_LEVEL: logLevel('debug'),
  LOG_FORMAT: z.enum(['json', 'text'], { error: 'expected json or text' }).optional(),
  DRAIN_SECONDS: drainSeconds,
  LIVE_PER_ADDRESS: count(1, 100_000, 'streams').default(100),
  LIVE_TOTAL: count(1, 100_000, 'streams').default(5_000),
  SMTP_URL: smtpUrl.optional(),
  WEBHOOK_ALLOW: addressRanges.default([]),
  YAHOO_ORIGIN: origin.optional(),
  TENCENT_ORIGIN: origin.optional(),
  EASTMONEY_ORIGIN: origin.optional(),
  SEC_ORIGIN: origin.optional(),
  EASTMONEY_DATA_ORIGIN: origin.optional(),
  ECB_ORIGIN: origin.optional(),
})

/** Every setting by its environment variable. An empty value counts as not set. */
export const settingsSchema = allSettings
  .refine(({ DATABASE_URL: url, DATABASE_DIRECT_URL: direct }) => direct !== undefined || !isPooled(url), {
    path: ['DATABASE_DIRECT_URL'],
    error: 'expected the URL of Postgres itself, because DATABASE_URL leads through a pooler: nobody hears through it',
  })
  .refine(({ DATABASE_DIRECT_URL: direct }) => !isPooled(direct), {
    path: ['DATABASE_DIRECT_URL'],
    error: 'expected the URL of Postgres itself, without a pooler between',
  })
  .refine(({ DATABASE_URL: url, ...more }) => url || !(more.DATABASE_DIRECT_URL || more.DATABASE_REPLICA_URL), {
    path: ['DATABASE_URL'],
    error: 'expected a URL as well where DATABASE_DIRECT_URL or DATABASE_REPLICA_URL is set',
  })

export type RawSettings = z.output<typeof settingsSchema>
