/** The postinstall script of package.json, so that a plain `npm ci` leaves the same state as the launcher. */
import { markInstalled } from './launch/packages.mjs';

markInstalled();
