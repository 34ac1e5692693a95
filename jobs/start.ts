/** `npm start`: everything on one machine: database, migrations, seed, build, web and worker; Ctrl-C stops it all. */
import { endWith } from './start/endWith'
import { launch } from './start/launch'

launch().catch(endWith)
