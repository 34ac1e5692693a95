import { Badge, type Tone } from './Badge'
import { useTexts } from './i18n/texts'
import { verdictTexts } from './messages/verdict'

const tones: Readonly<Record<string, Tone>> = {
  holds: 'good',
  'holds-within-rounding': 'good',
  'depends-on-the-dates': 'warn',
  'does-not-hold': 'bad',
  'contradicts-itself': 'bad',
  // A move asks for attention; it is neither good nor bad.
  moved: 'warn',
}

/** The tone of a verdict; one that is new is plain. */
export function verdictTone(verdict: string): Tone {
  return tones[verdict] ?? 'plain'
}

/** The verdict of a claim or of an event study; one that is new to the pages is shown as it is written. */
export function VerdictBadge({ of, verdict, title }: { of: 'claim' | 'study'; verdict: string; title?: string }) {
  const words: Readonly<Record<string, string>> = useTexts(verdictTexts)[of]
  return (
    <Badge tone={verdictTone(verdict)} title={title}>
      {words[verdict] ?? verdict.replaceAll('-', ' ')}
    </Badge>
  )
}
