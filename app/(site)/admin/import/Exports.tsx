import { useTexts } from '@/app/_ui/i18n/texts'
import { importTexts } from '@/app/_ui/messages/import'
import { Panel } from '@/app/_ui/Panel'
import type { BulkName } from '@/lib/api/bulk/kinds'

const formats = ['csv', 'json'] as const
const states = { all: 'all', published: 'published' } as const

/** Links to everything there is of each kind, as the import takes it. */
export function Exports({ names }: { names: readonly BulkName[] }) {
  const texts = useTexts(importTexts)
  return (
    <Panel title={texts.export} note={texts.exportNote} foot={texts.spreadsheet}>
      <table className="w-full">
        <thead>
          <tr className="border-line border-b text-left text-faint text-small">
            <th scope="col" className="px-4 py-1.5 font-normal">
              {texts.columns.kind}
            </th>
            {Object.keys(states).map((state) => (
              <th key={state} scope="col" className="px-4 py-1.5 font-normal">
                {texts.columns[state as keyof typeof states]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name} className="border-line border-b last:border-0">
              <th scope="row" className="px-4 py-2 text-left font-medium">
                {texts.kinds[name]}
              </th>
              {Object.entries(states).map(([state, status]) => (
                <td key={state} className="px-4 py-2">
                  <span className="flex flex-wrap gap-x-4 gap-y-1">
                    {formats.map((format) => (
                      <a
                        key={format}
                        href={`/api/v1/export/${name}?status=${status}&format=${format}`}
                        download={`tidemark-${name}.${format}`}
                        aria-label={`${texts.kinds[name]}, ${texts.columns[state as keyof typeof states]}: ${format.toUpperCase()}`}
                        className="link"
                      >
                        {format.toUpperCase()}
                      </a>
                    ))}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
