import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers a request for a page, its parts, or a file of it: Next, or what stands for it in a test. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
