import { encoding, validation } from './01-encoding.js';
import { api, files, frontend } from './02-web.js';
import { authentication, sessions } from './03-authentication.js';
import { authorization, oauth, tokens } from './04-authorization.js';
import { communication, configuration, cryptography, webRtc } from './05-cryptography.js';
import { dataProtection, logging, secureCoding } from './06-data.js';
import type { Chapter } from './requirement.js';

/** How the installation stands to each requirement of levels 1 and 2, by chapter. */
export const chapters: readonly Chapter[] = [
  ...[encoding, validation, frontend, api, files, authentication, sessions, authorization, tokens, oauth],
  ...[cryptography, communication, configuration, dataProtection, secureCoding, logging, webRtc],
];
