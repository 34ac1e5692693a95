/** `npm run plan`: what files of events, claims and milestones would change. Stores nothing. */
import { main } from './commandLine'
import { filesCommand } from './files/command'

await main(() => filesCommand('plan', true))
