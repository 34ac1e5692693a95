import Link from 'next/link'
import { useTexts } from '@/app/_ui/i18n/texts'
import { auditTexts } from '@/app/_ui/messages/audit'
import type { AuditedEntity } from '@/lib/store/audit/command'

interface FilterProps {
  readonly choices: {
    readonly entities: readonly AuditedEntity[]
    readonly actors: readonly string[]
    readonly actions: readonly string[]
  }
  readonly filter: Readonly<Record<'entity' | 'action' | 'actor' | 'key', string | undefined>>
}

/** What to show of the audit: a form whose choices end up in the URL, with or without script. */
export function Filter({ choices, filter }: FilterProps) {
  const all = useTexts(auditTexts)
  const texts = all.filter
  const actions: Readonly<Record<string, string>> = all.actions
  const place = 'flex min-w-0 grow basis-36 flex-col gap-0.5 text-faint text-small sm:max-w-60'
  return (
    <form action="/admin/audit" aria-label={texts.label} className="flex flex-wrap items-end gap-2">
      <label className={place}>
        {texts.entity}
        <select name="entity" defaultValue={filter.entity ?? ''} className="field">
          <option value="">{texts.all}</option>
          {choices.entities.map((entity) => (
            <option key={entity} value={entity}>
              {all.entities[entity]}
            </option>
          ))}
        </select>
      </label>
      <label className={place}>
        {texts.action}
        <select name="action" defaultValue={filter.action ?? ''} className="field">
          <option value="">{texts.all}</option>
          {choices.actions.map((action) => (
            <option key={action} value={action}>
              {actions[action] ?? action}
            </option>
          ))}
        </select>
      </label>
      <label className={place}>
        {texts.actor}
        <input name="actor" defaultValue={filter.actor} list="audit-actors" className="field" autoComplete="off" />
        <datalist id="audit-actors">
          {choices.actors.map((actor) => (
            <option key={actor} value={actor} />
          ))}
        </datalist>
      </label>
      <label className={place}>
        {texts.key}
        <input name="key" defaultValue={filter.key} className="field" autoComplete="off" spellCheck={false} />
      </label>
      <button type="submit" className="button h-[1.625rem] px-3 text-small">
        {texts.go}
      </button>
      {Object.values(filter).some(Boolean) && (
        <Link href="/admin/audit" prefetch={false} className="link self-center text-small">
          {texts.clear}
        </Link>
      )}
    </form>
  )
}
