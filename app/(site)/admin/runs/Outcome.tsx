import { Badge, type Tone } from '@/app/_ui/Badge'
import { useTexts } from '@/app/_ui/i18n/texts'
import { dataTexts } from '@/app/_ui/messages/data'

const tones: Readonly<Record<string, Tone>> = { succeeded: 'good', partly: 'warn', failed: 'bad', abandoned: 'warn' }

/** How a run ended. */
export function Outcome({ outcome }: { outcome: string }) {
  const words: Readonly<Record<string, string>> = useTexts(dataTexts).outcomes
  return <Badge tone={tones[outcome] ?? 'plain'}>{words[outcome] ?? outcome}</Badge>
}
