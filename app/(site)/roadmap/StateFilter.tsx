import { milestoneStates, type RoadmapItem } from '@/app/_data/roadmap'
import { useTexts } from '@/app/_ui/i18n/texts'
import { roadmapTexts } from '@/app/_ui/messages/roadmap'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'

/** Which state is shown, each with how many stand like that; states that none is in are left out unless one of them is chosen. */
export function StateFilter(props: { query: Query; all: readonly RoadmapItem[]; active: RoadmapItem['state'] | null }) {
  const { query, all, active } = props
  const { filter, states } = useTexts(roadmapTexts)
  const counted = milestoneStates
    .map((state) => ({ state, count: all.filter((item) => item.state === state).length }))
    .filter(({ state, count }) => count > 0 || state === active)
  return (
    <Segmented
      label={filter.label}
      choices={[
        {
          href: hrefWith('/roadmap', query, { state: null }),
          text: `${filter.all} ${all.length}`,
          active: active === null,
        },
        ...counted.map(({ state, count }) => ({
          href: hrefWith('/roadmap', query, { state }),
          text: `${states[state]} ${count}`,
          active: state === active,
        })),
      ]}
    />
  )
}
