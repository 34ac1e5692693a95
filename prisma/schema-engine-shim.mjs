#!/usr/bin/env node
// A stand-in for Prisma's native `schema-engine` binary: speaks its stdio JSON-RPC,
// delegates to @prisma/schema-engine-wasm over @prisma/adapter-pg.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const require = createRequire(import.meta.url)
const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
const wasmPath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
const args = process.argv.slice(2)
const val = (n) => {
  const o = []
  args.forEach((a, i) => {
    if (a === n) o.push(args[i + 1])
  })
  return o
}
if (args.includes('--version')) {
  console.log('schema-engine-cli wasm-shim')
  process.exit(0)
}
const datasource = JSON.parse(val('--datasource')[0] ?? '{}')
const url = datasource.url ?? process.env.DATABASE_URL
// adapter-pg builds the shadow connection as {...config, database}: a connectionString would win over it, so pass parts
const parts = (u) => {
  const x = new URL(u)
  return {
    host: x.hostname,
    port: Number(x.port || 5432),
    user: decodeURIComponent(x.username),
    password: decodeURIComponent(x.password) || undefined,
    database: x.pathname.slice(1),
  }
}
const log = (o) => process.stderr.write(`${JSON.stringify(o)}\n`)
if (args.includes('cli')) {
  const cmd = args[args.indexOf('cli') + 1]
  const u = new URL(url)
  const db = u.pathname.slice(1)
  try {
    if (cmd === 'can-connect-to-database') {
      const c = new pg.Client({ connectionString: url })
      await c.connect()
      await c.end()
    } else if (cmd === 'create-database' || cmd === 'drop-database') {
      u.pathname = '/postgres'
      const c = new pg.Client({ connectionString: u.href })
      await c.connect()
      await c.query(`${cmd === 'create-database' ? 'CREATE' : 'DROP'} DATABASE ${pg.escapeIdentifier(db)}`)
      await c.end()
    } else throw new Error(`unknown cli command ${cmd}`)
    process.exit(0)
  } catch (e) {
    const code = e.code === '3D000' ? 'P1003' : 'P1001'
    log({})
    log({
      timestamp: new Date().toISOString(),
      level: 'ERROR',
      fields: { error_code: code, message: e.message, is_panic: false, meta: {} },
      target: 'schema_engine::logger',
    })
    process.exit(1)
  }
}
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  message: '',
  get() {
    return this.message
  },
  set_message(m) {
    this.message = m
    log({ panic: m })
  },
}
const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), { './schema_engine_bg.js': glue })
glue.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()
const datamodels = val('--datamodels').map((f) => [f, readFileSync(f, 'utf8')])
let enginePromise
// the describer reads pg_catalog columns of type "char" (oid 18), which adapter-pg rejects: report them as text
class ShimFactory extends PrismaPg {
  #fix(a) {
    const raw = a.queryRaw
    a.queryRaw = async (q) => {
      let chars = []
      const self = Object.create(a, {
        performIO: {
          value: async (x) => {
            const r = await a.performIO(x)
            chars = r.fields.flatMap((f, i) => (f.dataTypeID === 18 ? [i] : []))
            for (const f of r.fields) {
              if (f.dataTypeID === 18) f.dataTypeID = 25
              if (f.dataTypeID === 1002) f.dataTypeID = 1009
            }
            return r
          },
        },
      })
      const res = await raw.call(self, q)
      for (const i of chars) res.columnTypes[i] = ColumnTypeEnum.Character
      return res
    }
    return a
  }
  async connect() {
    return this.#fix(await super.connect())
  }
  // adapter-pg's own version drops the shadow database before it closes its pool, which Postgres refuses
  async connectToShadowDb() {
    const admin = new pg.Client(this.cfg)
    await admin.connect()
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    await admin.query(`CREATE DATABASE "${database}"`)
    const a = this.#fix(await new PrismaPg({ ...this.cfg, database }).connect())
    const dispose = a.dispose.bind(a)
    a.dispose = async () => {
      await dispose()
      await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
      await admin.end()
    }
    return a
  }
  constructor(cfg) {
    super(cfg)
    this.cfg = cfg
  }
}
const engine = () =>
  (enginePromise ??= glue.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new ShimFactory(parts(url))),
  ))
const norm = (v) => (Array.isArray(v) ? v.map(norm) : v)
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue
  const { id, method, params } = JSON.parse(line)
  if (!method) continue // the CLI's answer to our own `print` request
  const send = (m) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...m })}\n`)
  if (process.env.SHIM_DEBUG) log({ method, params })
  try {
    const e = await engine()
    if (typeof e[method] !== 'function') throw new Error(`method not in wasm engine: ${method}`)
    const result = await e[method](norm(params))
    if (method === 'diff' && result?.stdout)
      process.stdout.write(
        `${JSON.stringify({ jsonrpc: '2.0', id: -1, method: 'print', params: { content: result.stdout } })}\n`,
      )
    send({ result: result ?? null })
  } catch (err) {
    send({
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: {
          is_panic: false,
          message: String(err?.message ?? err),
          meta: err?.meta ?? null,
          error_code: err?.code ?? null,
        },
      },
    })
  }
}
process.exit(0)
