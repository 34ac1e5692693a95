import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/client'
import type { SqlOptions } from './sql'

const connectTimeoutMs = 10_000

/** Opens a Prisma client of at most 5 connections, made when first needed. Its statements have no names, so that a pooler may stand in front. */
export function openPrisma(url: string, options: SqlOptions & { readonly queryTimeoutMs?: number } = {}): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: 5,
      connectionTimeoutMillis: connectTimeoutMs,
      ...(options.queryTimeoutMs === undefined ? {} : { query_timeout: options.queryTimeoutMs }),
      application_name: options.applicationName ?? 'tidemark',
    }),
  })
}
