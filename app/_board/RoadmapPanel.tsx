import { Badge, type Tone } from '@/app/_ui/Badge'
import { formatWindow } from '@/app/_ui/format/date'
import { board } from '@/app/_ui/messages/board'
import { Panel } from '@/app/_ui/Panel'
import type { MilestoneView } from '@/lib/api/milestones/view'

const tones: Readonly<Record<string, Tone>> = { shipped: 'good', late: 'warn' }

/** What was promised for when, and where it stands by today's date. */
export function RoadmapPanel({ items }: { items: readonly MilestoneView[] }) {
  return (
    <Panel title={board.roadmap.title} note={board.roadmap.note}>
      {items.length === 0 && <p className="px-4 pb-4 text-soft">{board.roadmap.none}</p>}
      <ul className="divide-y divide-line px-4 pb-2">
        {items.map((item) => (
          <li key={item.slug} className="py-2">
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{item.title}</span>
              <span className="flex items-baseline gap-2 text-soft text-small">
                {item.promised && formatWindow(item.promised)}
                <Badge tone={tones[item.state] ?? 'plain'}>{board.roadmap.states[item.state] ?? item.state}</Badge>
              </span>
            </p>
            <p className="text-faint text-small" title={`Source: ${item.sourceName}`}>
              {item.evidence}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
