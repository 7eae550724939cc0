// @ts-check
/** Something that is shown once: a token, or the code of an invitation. */

import { byId, filled, inside, said, shownTime } from './page.js';

/**
 * @param {string} id  of the part of the page for it
 * @param {string} secret
 * @param {string | undefined} endsAt  until when it can be used, once
 */
export function showOnce(id, secret, endsAt) {
  const part = byId(id, HTMLElement);
  const button = inside(part, '.copy', HTMLButtonElement);
  inside(part, 'code', HTMLElement).textContent = secret;
  inside(part, '.ends', HTMLElement).textContent =
    endsAt === undefined ? '' : filled(said.script.codeEnds, { time: shownTime(endsAt) });
  button.textContent = said.script.copy;
  button.onclick = () => {
    void navigator.clipboard.writeText(secret).then(() => {
      button.textContent = said.script.copied;
    });
  };
  button.hidden = !window.isSecureContext;
  part.hidden = false;
}
