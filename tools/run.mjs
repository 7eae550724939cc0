/** What the scripts of package.json run: `node tools/run.mjs <target> [arguments]`. */
import { launch } from './launch/launch.mjs';

const [target, ...args] = process.argv.slice(2);
await launch(target, args);
