import { z } from '@hono/zod-openapi'
import { bases } from '@/lib/market/adjustment'
import { countParameter, langParameter, wordParameter } from '../parameters/schema'

const secondsExpected = { error: 'expected whole seconds since 1970' }

/** A moment as charts send it. Some send fractions or the far past: both are taken. */
const seconds = (what: string) =>
  z
    .string(secondsExpected)
    .regex(/^-?\d{1,12}(\.\d{1,9})?$/, secondsExpected)
    .transform(Number)
    .openapi({ type: 'integer', description: what })

const spelled = { D: '1D', '1D': '1D', W: '1W', '1W': '1W', M: '1M', '1M': '1M' } as const

const resolution = z
  .enum(Object.keys(spelled) as [keyof typeof spelled], { error: 'expected 1D, 1W or 1M' })
  .transform((word) => spelled[word])
  .openapi({ type: 'string', enum: Object.keys(spelled), description: 'Span of a bar', example: '1D' })

export const symbolParameter = z
  .string({ error: 'expected a symbol' })
  .openapi({ description: 'A ticker of /symbols, or exchange and symbol', example: 'NVDA' })

const range = {
  symbol: symbolParameter,
  resolution: resolution.default('1D'),
  from: seconds('First bar wanted').openapi({ example: '1735689600' }),
  to: seconds('End of the page').openapi({ example: '1767225600' }),
}

const countExpected = { error: 'expected a whole number from 1 to 999999' }

// Charts send parameters of their own besides: what is not known is left alone.
export const historyQuery = z.object({
  ...range,
  countback: z
    .string(countExpected)
    .regex(/^[1-9]\d{0,5}$/, countExpected)
    .transform(Number)
    .optional()
    .openapi({ type: 'integer', minimum: 1, description: 'So many bars before `to`; `from` then says nothing' }),
  adjust: wordParameter(bases, 'Basis of the prices').default('split'),
})
export const marksQuery = z.object({ ...range, lang: langParameter })
export const searchQuery = z.object({
  query: z.string().max(100, { error: 'expected at most 100 characters' }).default('').openapi({ example: 'nvda' }),
  type: z.string().default('').openapi({ description: 'stock, dr or index; all when empty' }),
  exchange: z.string().default('').openapi({ description: 'SSE, HKEX, NYSE or NASDAQ; all when empty' }),
  limit: countParameter(1, 100, 30, 'How many at most'),
})

const symbolsExpected = { error: 'expected 1 to 50 symbols apart by commas' }
export const quotesQuery = z.object({
  symbols: z
    .string(symbolsExpected)
    .transform((text) => text.split(',').filter((one) => one !== ''))
    .refine((all) => all.length >= 1 && all.length <= 50, symbolsExpected)
    .openapi({ type: 'string', description: 'Apart by commas', example: 'NVDA,688256.SS' }),
})
