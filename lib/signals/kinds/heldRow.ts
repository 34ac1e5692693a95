import { z } from 'zod'
import { quarantinedEntities } from '@/lib/store/quarantine/hold'
import { looksAt, type SignalKind } from '../hit'

const numbers = z.object({
  entity: z.enum(quarantinedEntities),
  key: z.string(),
  reason: z.string(),
  feeds: z.array(z.string()),
})
type HeldNumbers = z.infer<typeof numbers>

const words: Readonly<Record<HeldNumbers['entity'], { readonly en: string; readonly zh: string }>> = {
  action: { en: 'corporate action', zh: '公司行动' },
  bar: { en: 'price bar', zh: '行情' },
  revenue: { en: 'revenue figure', zh: '营业收入' },
  shares: { en: 'share count', zh: '股本' },
  rate: { en: 'currency rate', zh: '汇率' },
}

const isEntity = (text: string): text is HeldNumbers['entity'] => quarantinedEntities.some((one) => one === text)

/** A row that waits for a person, whichever feed it came from. */
export const heldRow: SignalKind<'held-row', HeldNumbers> = {
  kind: 'held-row',
  numbers,
  evaluate: async (reads, { entities }, scope) =>
    (await reads.heldRows()).flatMap(({ symbol, entity, key, reason, feed, heldAt }) =>
      isEntity(entity) && entities.includes(entity) && looksAt(scope, symbol)
        ? [
            {
              cause: `${symbol ?? '-'} ${entity} ${key}`,
              symbol,
              session: null,
              knownAt: heldAt,
              numbers: { entity, key, reason, feeds: [feed] },
            },
          ]
        : [],
    ),
  tell: ({ entity, key, reason }, names, symbol) => {
    const own = symbol === null ? { en: '', zh: '' } : names.listing(symbol)
    return {
      en: `A ${words[entity].en} (${key}) of ${own.en || 'no listing'} is held for a decision: ${reason}.`,
      zh: `${own.zh}的${words[entity].zh}（${key}）被暂扣待处理：${reason}。`,
    }
  },
  describe: ({ entities }) => ({
    en: `a row is held back for a decision: ${entities.map((entity) => words[entity].en).join(', ')}`,
    zh: `数据行被暂扣待处理：${entities.map((entity) => words[entity].zh).join('、')}`,
  }),
}
