import { viewerContext } from '@/app/_data/audit'
import { pageStore } from '@/app/_data/store'
import { Entry } from '@/app/_ui/audit/Entry'
import { readLanguage } from '@/app/_ui/i18n/request'
import { thingTexts } from '@/app/_ui/messages/things'
import { Panel } from '@/app/_ui/Panel'
import { Empty } from '@/app/_ui/states/Empty'
import { hrefWith } from '@/app/_ui/url'
import { auditView } from '@/lib/api/audit/view'
import type { AuditedEntity } from '@/lib/store/audit/command'

const most = 30

/** What was done to one thing, the newest first, each with an undo. */
export async function History({ entity, slug }: { entity: AuditedEntity; slug: string }) {
  const [language, ctx] = [await readLanguage(), await viewerContext(new Date())]
  const { history, more } = thingTexts[language]
  const entries = await auditView(pageStore(), ctx, { entity, key: slug, limit: most })
  const all = hrefWith('/admin/audit', {}, { entity, key: slug })
  return (
    <Panel
      title={history.title}
      note={history.note}
      foot={
        entries.length === most && (
          <a className="link" href={all}>
            {more(most)}
          </a>
        )
      }
    >
      <div className="divide-y divide-line" data-testid="history">
        {entries.length === 0 && <Empty text={history.none} />}
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} mayUndo />
        ))}
      </div>
    </Panel>
  )
}
