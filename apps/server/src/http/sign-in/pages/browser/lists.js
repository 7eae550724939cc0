// @ts-check
/** The lists of an account: passkeys, tokens, sessions, and what was done. */

import { ask } from './ask.js';
import { onClick } from './forms.js';
import { freshly } from './fresh.js';
import { byId, element, filled, isolated, said, shownTime } from './page.js';

/** @import { Account } from '@safeconduct/contracts' */

/**
 * @param {Account} account
 * @param {(account: Account) => void} show  the account after something was taken from it
 */
export function showLists({ passkeys, tokens, sessions, acts }, show) {
  const { script } = said;
  fill(
    'passkey-list',
    passkeys.map(({ id, name, createdAt, usedAt }) => {
      const used = usedAt === null ? script.never : shownTime(usedAt);
      const about = [`${script.created} ${shownTime(createdAt)}`, `${script.used} ${used}`];
      const remove = () => freshly(() => ask('DELETE', `/account/passkeys/${encodeURIComponent(id)}`));
      return item(
        name,
        about,
        button(name, [script.remove, script.removeNamed], () => taken('passkeys', remove, show)),
      );
    }),
  );
  fill(
    'token-list',
    tokens.map(({ id, name, scopes, endsAt }) => {
      const about = [
        ...scopes.map((scope) => said.scopes[scope] ?? scope),
        `${script.ends} ${shownTime(endsAt)}`,
      ];
      const remove = () => freshly(() => ask('DELETE', `/account/tokens/${encodeURIComponent(id)}`));
      return item(
        name,
        about,
        button(name, [script.takeBack, script.takeBackNamed], () => taken('tokens', remove, show)),
      );
    }),
  );
  fill(
    'sessions-list',
    sessions.map(({ means, since, seenAt }) =>
      item(said.means[means] ?? means, [
        `${script.since} ${shownTime(since)}`,
        `${script.seen} ${shownTime(seenAt)}`,
      ]),
    ),
  );
  fill(
    'acts-list',
    acts.map(({ at, what, by, address }) =>
      item(said.acts[what] ?? what, [shownTime(at), ...(by === null ? [] : [by]), address]),
    ),
  );
}

/**
 * @param {string} id
 * @param {readonly HTMLElement[]} items
 */
function fill(id, items) {
  byId(id, HTMLElement).replaceChildren(...(items.length === 0 ? [element('li', said.script.none)] : items));
}

/**
 * @param {string} name
 * @param {readonly string[]} about
 * @param {...HTMLElement} buttons
 */
function item(name, about, ...buttons) {
  const small = element('small', ...about.flatMap((one, index) => [index === 0 ? '' : ' · ', isolated(one)]));
  return element('li', element('div', isolated(name), small), ...buttons);
}

/**
 * @param {string} name
 * @param {readonly [shown: string, spoken: string]} texts
 * @param {() => Promise<void>} action
 */
function button(name, [shown, spoken], action) {
  const made = element('button', shown);
  made.type = 'button';
  made.className = 'button danger';
  made.ariaLabel = filled(spoken, { name });
  onClick(made, action);
  return made;
}

/**
 * Takes something from the account. Its button is gone then, so the focus goes to the title of its part.
 * @param {'passkeys' | 'tokens'} part
 * @param {() => Promise<Account | undefined>} remove
 * @param {(account: Account) => void} show
 */
async function taken(part, remove, show) {
  const account = await remove();
  if (account === undefined) return;
  show(account);
  byId(`${part}-title`, HTMLElement).focus();
}
