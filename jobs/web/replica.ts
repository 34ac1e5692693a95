import { log } from '@/lib/operation/log'
import type { ReplicaState } from '@/lib/store/replica/replica'

const words: Readonly<Record<ReplicaState, string>> = {
  'in use': 'the replica is read from',
  behind: 'the replica is too far behind: everything is read from the primary',
  down: 'the replica does not answer: everything is read from the primary',
  'not a standby': 'DATABASE_REPLICA_URL leads to a server that is no replica: everything is read from the primary',
}

/** Writes into the log what has become of the replica. */
export function logReplica(state: ReplicaState, error?: unknown): void {
  if (state === 'in use') log().info(words[state])
  else log().warn(error === undefined ? {} : { err: error }, words[state])
}
