'use client'

import { Fragment } from 'react'
import { Icon } from '../frame/Icon'
import { useTexts } from '../i18n/texts'
import { commonTexts } from '../messages/common'
import { keysTexts } from '../messages/keys'
import { Dialog } from './Dialog'
import { pages } from './pages'

interface Row {
  readonly keys: readonly string[]
  readonly text: string
  /** The keys are pressed one after the other; otherwise each does it. */
  readonly sequence?: boolean
}

function Group({ title, rows, after }: { title: string; rows: readonly Row[]; after: string }) {
  return (
    <section aria-label={title}>
      <h3 className="pt-3 pb-1 text-faint text-small">{title}</h3>
      <dl className="space-y-1">
        {rows.map(({ keys, text, sequence }) => (
          <div key={text} className="flex items-baseline justify-between gap-4">
            <dt>{text}</dt>
            <dd className="shrink-0 whitespace-nowrap text-faint text-small">
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && (sequence ? ` ${after} ` : ' ')}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The keys that the pages listen to. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const [texts, { nav }] = [useTexts(keysTexts), useTexts(commonTexts)]
  const { groups, after, chart } = texts
  return (
    <Dialog label={texts.title} onClose={onClose} className="w-md">
      <div className="px-4 pt-3 pb-4">
        <div className="flex items-center justify-between">
          <h2 className="font-semibold text-[0.875rem] tracking-tight">{texts.title}</h2>
          <form method="dialog">
            <button type="submit" className="icon-button" aria-label={texts.close} title={texts.close}>
              <Icon name="close" />
            </button>
          </form>
        </div>
        <Group
          title={groups.everywhere}
          after={after}
          rows={[
            { keys: ['/'], text: texts.search },
            { keys: ['?'], text: texts.sheet },
            { keys: ['Esc'], text: texts.leave },
          ]}
        />
        <Group
          title={groups.pages}
          after={after}
          rows={pages.map(({ name, key }) => ({ keys: ['g', key], text: nav[name], sequence: true }))}
        />
        <Group
          title={groups.chart}
          after={after}
          rows={[
            { keys: ['Tab'], text: chart.reach },
            { keys: [texts.arrows], text: chart.steps },
            { keys: ['Page Up', 'Page Down'], text: chart.months },
            { keys: ['Home', 'End'], text: chart.ends },
            { keys: ['Esc'], text: chart.leave },
            // Only whoever may has the tool on a chart.
            ...(document.querySelector('[data-annotate]') ? [{ keys: ['a'], text: chart.annotate }] : []),
          ]}
        />
      </div>
    </Dialog>
  )
}
