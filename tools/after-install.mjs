/** The postinstall script of package.json, so that a plain `npm ci` leaves the same state as the launcher. */
import { linkCommand } from './launch/packages.mjs';

linkCommand();
