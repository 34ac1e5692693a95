import { createRoute, z } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { Problem } from '../problem/problem'
import { badParameter, notReady } from '../problem/schema'

const route = createRoute({
  method: 'get',
  path: '/api/v1/live',
  summary: 'What changes, as server-sent events: which topic and key, for you to read again',
  description: `Events: \`ready\` ({status, complete}; not complete: read everything again), \`change\` ({changes: [{topic, key}]}; an empty key is the whole topic),
\`status\` ({status: "live" or "degraded"}) and \`beat\`, a sign of life every 15 seconds. Send the last id back (\`Last-Event-ID\` or \`since\`) and nothing is lost; what was missed comes once,
however often it changed. The stream ends now and then for you to open it again.`,
  request: {
    query: query({
      topics: z.string().optional().openapi({
        description: 'Topics apart by commas, each alone or with a key: `quotes:NVDA,events`; everything when absent',
      }),
      since: z.string().optional().openapi({ description: 'The last id, where the header cannot be sent' }),
    }),
  },
  responses: {
    200: { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
    ...badParameter,
    ...notReady,
  },
})

/** `/live`, for the document: the web server answers it before this app is asked, and only where it does not (another host of the pages) is there no stream. */
export const addLive: AddRoutes = (api) => {
  api.openapi(route, () => {
    throw new Problem('busy', 'This host keeps no stream of live changes; read again what you want to be current')
  })
}
