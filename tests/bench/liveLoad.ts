import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LiveServerState } from './liveServer'

/** A server of live changes in a process of its own; without a database the floor. */
export interface LiveServer {
  readonly port: number
  state(): Promise<LiveServerState>
  /** The floor writes to everybody. */
  tell(): void
  stop(): Promise<void>
}

/** Starts it on the database of `databaseUrl`, or the floor. */
export async function startLiveServer(databaseUrl: string | null): Promise<LiveServer> {
  const { DATABASE_URL: _, ...env } = process.env
  const child: ChildProcess = fork('tests/bench/liveServer.ts', {
    execArgv: ['--import', 'tsx'],
    env: databaseUrl === null ? env : { ...env, DATABASE_URL: databaseUrl },
  })
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  return {
    port: Number(new URL(url).port),
    state: async () => {
      child.send('state')
      const [state] = (await once(child, 'message')) as [LiveServerState]
      return state
    },
    tell: () => void child.send('tell'),
    stop: async () => {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

/** Readers on plain sockets, which cost the measuring process little. */
export interface Crowd {
  readonly size: number
  /** Milliseconds from now to each reader's next change. */
  nextChange(): Promise<number[]>
  leave(): Promise<void>
}

/** Opens `size` streams, a few hundred at a time; resolves when each has been greeted. */
export async function openCrowd(port: number, size: number): Promise<Crowd> {
  const sockets: Socket[] = []
  let heard: (() => void) | null = null
  const open = () =>
    new Promise<void>((greeted, failed) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
      })
      socket.setNoDelay(true)
      socket.on('error', failed)
      socket.on('data', (bytes) => {
        const text = bytes.toString('latin1')
        if (text.includes('event: ready')) greeted()
        if (text.includes('event: change')) heard?.()
      })
      sockets.push(socket)
    })
  for (let opened = 0; opened < size; opened += 200) {
    await Promise.all(Array.from({ length: Math.min(200, size - opened) }, open))
  }
  return {
    size,
    nextChange: () =>
      new Promise((done, late) => {
        const began = performance.now()
        const took: number[] = []
        const timer = setTimeout(() => late(new Error(`${took.length} of ${size} readers were told in 20 s`)), 20_000)
        heard = () => {
          took.push(performance.now() - began)
          if (took.length < size) return
          clearTimeout(timer)
          heard = null
          done(took)
        }
      }),
    leave: async () => {
      const closed = sockets.map((socket) => once(socket, 'close'))
      for (const socket of sockets) socket.destroy()
      await Promise.all(closed)
    },
  }
}

/** What every reader of a crowd took, over some changes, in milliseconds. */
export interface Delays {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

/** The delays of a crowd from just before `change` (a commit, for the stream) to each reader, over `rounds` changes. */
export async function delaysOf(crowd: Crowd, rounds: number, change: () => unknown): Promise<Delays> {
  const all: number[] = []
  for (let round = 0; round < rounds; round++) {
    const told = crowd.nextChange()
    await change()
    all.push(...(await told))
    await sleep(200)
  }
  all.sort((a, b) => a - b)
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}
