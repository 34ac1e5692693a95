/** `npm run apply`: makes what is stored what files say; they own it from then on. */
import { main } from './commandLine'
import { filesCommand } from './files/command'

await main(() => filesCommand('apply', false))
