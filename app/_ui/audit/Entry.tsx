import Link from 'next/link'
import type { AuditEntryView } from '@/lib/api/audit/schema'
import { useFormat } from '../format/useFormat'
import { useTexts } from '../i18n/texts'
import { auditTexts } from '../messages/audit'
import { hrefWith } from '../url'
import { Changes, State } from './Changes'
import { changesBetween, saysSomething } from './changes'
import { thingHref } from './thingHref'
import { Undo } from './Undo'

interface EntryProps {
  readonly entry: AuditEntryView
  /** Whether its reader may undo it. */
  readonly mayUndo: boolean
}

/** One change as it was written: when, who, what, and the difference it made. */
export function Entry({ entry, mayUndo }: EntryProps) {
  const [texts, { moment }] = [useTexts(auditTexts), useFormat()]
  const { actor, action, entity, key, before, after } = entry
  const actions: Readonly<Record<string, string>> = texts.actions
  const actionText = Object.hasOwn(actions, action) ? (actions[action] ?? action) : action
  const thing = `${texts.entities[entity]} ${key}`
  const href = thingHref(entity, key)
  const changes = changesBetween(before, after)
  const said = changes.filter(saysSomething)
  return (
    <article aria-label={`${thing} ${actionText}`} data-entry={entry.id} className="space-y-2 px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <p className="wrap-anywhere min-w-0 grow">
          <span className="text-soft">{texts.entities[entity]}</span>{' '}
          {href ? (
            <Link href={href} prefetch={false} className="link font-medium">
              {key}
            </Link>
          ) : (
            <span className="font-medium">{key}</span>
          )}{' '}
          {actionText}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-faint text-small">
          <Link
            href={hrefWith('/admin/audit', {}, { actor })}
            prefetch={false}
            title={texts.filter.by(actor)}
            className="quiet-link wrap-anywhere"
          >
            {actor}
          </Link>
          <time dateTime={entry.at}>{moment(entry.at)}</time>
        </p>
        {mayUndo && <Undo entry={{ id: entry.id, action, after }} thing={thing} actionText={actionText} />}
      </div>
      {before !== null && after !== null && <Changes changes={changes} />}
      {before === null && said.length > 0 && (
        <details>
          <summary className="text-soft">{texts.fields(said.length)}</summary>
          <div className="pt-2">
            <State changes={said} side="after" />
          </div>
        </details>
      )}
      {after === null && said.length > 0 && (
        <details>
          <summary className="text-soft">{texts.lastState(said.length)}</summary>
          <div className="pt-2">
            <State changes={said} side="before" />
          </div>
        </details>
      )}
    </article>
  )
}
