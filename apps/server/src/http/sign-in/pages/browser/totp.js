// @ts-check
/** The authenticator app of an account. */

import { ask } from './ask.js';
import { onClick, onSubmit } from './forms.js';
import { freshly } from './fresh.js';
import { byId, said } from './page.js';

/** @import { Account, TotpOffer } from '@safeconduct/contracts' */

const form = byId('totp-confirm', HTMLFormElement);

/** @param {Account} account */
export function showTotp({ hasTotp }) {
  byId('totp-on', HTMLElement).hidden = !hasTotp;
  byId('totp-off', HTMLElement).hidden = hasTotp || !form.hidden;
}

/** @param {(account: Account) => void} show  the account after something was done */
export function startTotp(show) {
  onClick(byId('totp-begin', HTMLButtonElement), async () => {
    /** @type {TotpOffer | undefined} */
    const offer = await freshly(() => ask('POST', '/account/totp', {}));
    if (offer === undefined) return;
    byId('totp-picture', HTMLElement).replaceChildren(picture(offer.qr));
    byId('totp-secret', HTMLElement).textContent = offer.secret.replace(/(.{4})(?=.)/g, '$1 ');
    byId('totp-off', HTMLElement).hidden = true;
    form.hidden = false;
    byId('totp-code', HTMLInputElement).focus();
  });
  onSubmit(form, async ({ code = '' }) => {
    /** @type {Account | undefined} */
    const account = await freshly(() =>
      ask('POST', '/account/totp/confirmation', { code: code.replaceAll(/\s/g, '') }),
    );
    if (account === undefined) return;
    form.hidden = true;
    form.reset();
    byId('totp-picture', HTMLElement).replaceChildren();
    byId('totp-secret', HTMLElement).textContent = '';
    show(account);
    return said.script.totpAdded;
  });
  onClick(byId('totp-remove', HTMLButtonElement), async () => {
    /** @type {Account | undefined} */
    const account = await freshly(() => ask('DELETE', '/account/totp'));
    if (account !== undefined) show(account);
  });
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * The key as a QR code. A screen reader passes over it: the key stands beside it as text.
 * @param {TotpOffer['qr']} qr
 */
function picture({ size, path }) {
  const svg = document.createElementNS(svgNamespace, 'svg');
  const dark = document.createElementNS(svgNamespace, 'path');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.ariaHidden = 'true';
  dark.setAttribute('d', path);
  svg.append(dark);
  return svg;
}
