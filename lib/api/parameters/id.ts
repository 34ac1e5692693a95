import { z } from '@hono/zod-openapi'

/** The id of a thing that has no other name. Other texts are not asked for: Postgres refuses some of them. */
export const idParameter = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'expected an id' })
  .openapi({ example: '0b0e6d0c-6f0e-4b8e-9a51-0b6d8a3f2c11' })
