import type { PageHandler } from './pageHandler'

export interface Pages {
  /** To be called once, before the first request. */
  prepare(): Promise<void>
  readonly handle: PageHandler
  close(): Promise<void>
}

export interface PagesOptions {
  readonly dev: boolean
  readonly hostname: string
  readonly port: number
}

/** Loads Next for the pages of this folder: their build, or the sources themselves in development. */
export async function loadPages({ dev, hostname, port }: PagesOptions): Promise<Pages> {
  // React and Next choose their build by this when they are loaded.
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  const { default: next } = await import('next')
  const app = next({ dev, dir: process.cwd(), hostname, port, quiet: !dev })
  return {
    prepare: () => app.prepare(),
    handle: (request, response) => app.getRequestHandler()(request, response),
    close: () => app.close(),
  }
}
