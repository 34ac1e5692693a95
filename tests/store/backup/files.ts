import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { restoreBackup } from '@/lib/store/backup/restore'
import { writeBackup } from '@/lib/store/backup/write'
import type { FreshStore } from '../../database/fresh'
import { migrationsFolder } from './databases'

/** While the exchange of the newest bar of `release0006.sql` trades. */
export const now = new Date('2026-04-01T16:00:00Z')

/** The tables whose rows belong to the database they are in: the log of live changes and the list of migrations. */
export const ofTheDatabase = { live_change: [], _prisma_migrations: [] }

/** Backs a store up into a file of `folder`. */
export async function backUp({ url }: FreshStore, folder: string, name: string, migrations = migrationsFolder) {
  const file = join(folder, name)
  const pieces: Buffer[] = []
  const write = async (bytes: Buffer) => void pieces.push(bytes)
  const result = await writeBackup({ url, migrationsFolder: migrations, version: '0.1.0', now, write })
  writeFileSync(file, Buffer.concat(pieces))
  return { ...result, file }
}

/** Restores a file into a store. */
export function restore(
  { url }: FreshStore,
  file: string,
  more: { replace?: boolean; migrationsFolder?: string } = {},
) {
  return restoreBackup({ url, file, migrationsFolder, replace: false, now, ...more })
}
