import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What this process counts by itself: its own figures, the requests it answered, the clients that listen to it. */
export const processMetrics = new Registry()

collectDefaultMetrics({ register: processMetrics })

const seconds = new Histogram({
  name: 'tidemark_http_request_seconds',
  help: 'Time from the request to the end of its answer, by route pattern',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [processMetrics],
})

/** Counts one answered request. `route` is the pattern of its address, never the address itself; `durationMs` runs to the end of the answer. */
export function countRequest(of: { method: string; route: string; status: number; durationMs: number }): void {
  seconds.observe({ method: of.method, route: of.route, status: String(of.status) }, of.durationMs / 1000)
}

let liveClients: () => number = () => 0

new Gauge({
  name: 'tidemark_live_clients',
  help: 'Clients that listen to /api/v1/live on this process',
  registers: [processMetrics],
  collect() {
    this.set(liveClients())
  },
})

/** Makes `count` tell how many clients listen to the live stream of this process; to be called by whoever keeps them. */
export function measureLiveClients(count: () => number): void {
  liveClients = count
}
