import type { AlertOptions } from '@/lib/store/alert/schema'

/** What the fields of the form say, as the API takes it; what is no number is left for the server to refuse. */
export function alertOf(fields: FormData, language: AlertOptions['language']) {
  const text = (name: string) => String(fields.get(name) ?? '').trim()
  const [from, to] = [text('muteFrom'), text('muteTo')]
  const repeat = text('repeatHours')
  return {
    name: text('name'),
    target: text('target'),
    rules: fields.getAll('rules').map(String),
    listings: fields.getAll('listings').map(String),
    enabled: fields.get('enabled') !== null,
    options: {
      pendingMinutes: Number(text('options.pendingMinutes') || '0'),
      repeatHours: repeat === '' ? null : Number(repeat),
      mute: from === '' && to === '' ? [] : [{ from, to, timeZone: text('muteZone'), days: [] }],
      sessionsOnly: fields.get('sessionsOnly') !== null,
      noData: fields.get('noData') !== null,
      language: text('language') === 'zh' ? ('zh' as const) : text('language') === 'en' ? ('en' as const) : language,
    },
  }
}
