import { dirname, join } from 'node:path'

/** The environment of a Postgres program of the npm package: nothing of ours but PATH, plain locale, UTC. */
export function programEnvironment(program: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    // The programs find their libraries by their own path, which the loader cannot know where /proc is not mounted: so it is told.
    LD_LIBRARY_PATH: join(dirname(program), '..', 'lib'),
  }
}
