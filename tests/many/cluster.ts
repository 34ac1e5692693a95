import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { giveTo } from '@/lib/store/embedded/binaries'
import { freePort } from '@/lib/store/embedded/freePort'
import { databaseOwner } from '@/lib/store/embedded/owner'
import { type Program, program, runOnce } from './program'
import type { PostgresPrograms } from './programs'

/** A primary with a streaming replica, and PgBouncer before the primary where it is installed. */
export interface ManyServers {
  readonly primary: Program
  readonly replica: Program
  readonly pooler: Program | null
  /** Ends all of them and removes their folder. */
  close(): Promise<void>
}

const urlAt = (port: number, database = 'tidemark') => `postgresql://tidemark@127.0.0.1:${port}/${database}`

const parameters = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'timezone=UTC',
  'wal_level=replica',
  'max_wal_senders=4',
]

function server({ folder }: PostgresPrograms, data: string, port: number, more: readonly string[] = []): Program {
  const args = ['-D', data, '-p', String(port), ...[...parameters, ...more].flatMap((one) => ['-c', one])]
  return program({ file: join(folder, 'postgres'), args, url: urlAt(port), logFile: `${data}.log` })
}

async function makePrimary({ folder }: PostgresPrograms, data: string): Promise<void> {
  const flags = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions', '--no-sync']
  await runOnce(join(folder, 'initdb'), [`--pgdata=${data}`, '--username=tidemark', ...flags])
}

/** A copy of the primary that follows it: of the running one, or of its files where only the programs from npm are there. */
async function makeReplica(
  programs: PostgresPrograms,
  primary: Program,
  port: number,
  [from, to]: readonly [string, string],
): Promise<void> {
  const follow = `host=127.0.0.1 port=${port} user=tidemark`
  if (programs.hasBaseBackup) {
    const flags = ['--write-recovery-conf', '--checkpoint=fast', '--wal-method=stream', '--no-sync']
    return runOnce(join(programs.folder, 'pg_basebackup'), [`--pgdata=${to}`, `--dbname=${follow}`, ...flags])
  }
  await primary.kill('SIGINT')
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  writeFileSync(join(to, 'standby.signal'), '')
  writeFileSync(join(to, 'postgresql.auto.conf'), `primary_conninfo = '${follow}'\n`)
  chmodSync(to, 0o700)
  const owner = databaseOwner()
  if (owner) giveTo(owner, to)
  await primary.start()
}

/** The settings with which PgBouncer is told to hand on connections by the transaction, and to try a server that is away again soon. */
function poolerConfig(port: number, primaryPort: number, folder: string): string {
  return `[databases]
tidemark = host=127.0.0.1 port=${primaryPort} dbname=tidemark
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${folder}/users.txt
pool_mode = transaction
max_client_conn = 300
default_pool_size = 20
server_login_retry = 1
query_wait_timeout = 10
`
}

/** Brings up the servers with an empty database `tidemark`, in a temporary folder. `prepare` fills the database before the replica is made of it. */
export async function startManyServers(
  programs: PostgresPrograms,
  pgBouncer: string | null,
  prepare: (url: string) => Promise<void> = async () => undefined,
): Promise<ManyServers> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-many-'))
  // They run as nobody when we are root, and must be able to walk in and to write.
  chmodSync(folder, 0o755)
  const own = join(folder, 'servers')
  mkdirSync(own)
  const [data, copy] = [join(own, 'primary'), join(own, 'replica')]
  const [primaryPort, replicaPort, poolerPort] = [await freePort(), await freePort(), await freePort()]
  writeFileSync(join(own, 'pgbouncer.ini'), poolerConfig(poolerPort, primaryPort, own))
  writeFileSync(join(own, 'users.txt'), '"tidemark" ""\n')
  const owner = databaseOwner()
  if (owner) giveTo(owner, own)
  const primary = server(programs, data, primaryPort)
  const replica = server(programs, copy, replicaPort, ['max_standby_streaming_delay=2s'])
  const pooler =
    pgBouncer === null
      ? null
      : program({
          file: pgBouncer,
          args: ['-q', join(own, 'pgbouncer.ini')],
          url: urlAt(poolerPort),
          logFile: join(own, 'pgbouncer.log'),
        })
  const close = async () => {
    await pooler?.kill()
    await replica.kill()
    await primary.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  try {
    await makePrimary(programs, data)
    await primary.start()
    const sql = postgres(urlAt(primaryPort, 'postgres'), { max: 1, onnotice: () => undefined })
    await sql`CREATE DATABASE tidemark`
    await sql.end()
    await prepare(primary.url)
    await makeReplica(programs, primary, primaryPort, [data, copy])
    await replica.start()
    await pooler?.start()
    return { primary, replica, pooler, close }
  } catch (error) {
    await close()
    throw error
  }
}
