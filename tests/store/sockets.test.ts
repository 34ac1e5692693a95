import { expect, inject, test } from 'vitest'
import { openSql } from '@/lib/store/connection/sql'
import { freePort } from '@/lib/store/embedded/freePort'

test('of several hosts the next one is asked when one does not answer, and without another it is an error', async () => {
  const { host, href } = new URL(inject('databaseUrl'))
  const nobody = `127.0.0.1:${await freePort()}`
  const sql = openSql(href.replace(host, `${nobody},${host}`), { max: 1 })
  expect([...(await sql`SELECT 1 AS one`)]).toEqual([{ one: 1 }])
  await sql.end()
  const alone = openSql(href.replace(host, nobody), { max: 1 })
  await expect(alone`SELECT 1`).rejects.toThrow('ECONNREFUSED')
  await alone.end({ timeout: 0 })
})
