import { z } from '@hono/zod-openapi'

/** The body of every error. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameter: z.string().optional().openapi({ description: 'The first parameter that was refused' }),
    parameters: z.array(z.strictObject({ name: z.string(), detail: z.string() })).optional(),
    near: z.array(z.string()).optional().openapi({ description: 'Known names like the unknown one' }),
    version: z.int().optional().openapi({ description: 'The version that is stored' }),
    difference: z
      .array(z.strictObject({ field: z.string(), stored: z.any(), sent: z.any() }))
      .optional()
      .openapi({ description: 'Where what is stored and what was sent differ' }),
    retryAfter: z.int().optional().openapi({ description: 'Seconds after which it is worth asking again' }),
  })
  .openapi('Problem')

const content = { 'application/problem+json': { schema: problemSchema } }

/** The errors of a route that takes parameters. */
export const badParameter = { 400: { description: 'A parameter is wrong; `parameters` names it', content } } as const

/** The errors of a route that also names one thing. */
export const badOrUnknown = {
  ...badParameter,
  404: { description: 'What the path or a parameter names does not exist; `near` has names like it', content },
} as const

export const notReady = { 503: { description: 'Not ready; `detail` says why', content } } as const

/** The errors of a route that changes things. */
export const writeProblems = {
  ...badOrUnknown,
  401: { description: 'Nobody is signed in, and no valid key was sent', content },
  403: { description: 'The role or key does not allow it, or another site asked for it', content },
  409: { description: 'It was changed since it was read (`difference` tells where), or a file owns it', content },
  413: { description: 'The body is too large', content },
  429: { description: 'Too many requests; `Retry-After` says when to come back', content },
} as const
