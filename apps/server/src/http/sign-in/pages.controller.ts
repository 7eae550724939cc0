import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { languages, type Language } from '@safeconduct/workflow';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNotModified } from '../conditional.js';
import { languageOf } from '../language.js';
import { HttpProblem } from '../problem.js';
import { allowOwnPieces } from '../security-headers.js';
import { servedToken, type Served } from '../tokens.js';
import { ownPath } from './own-path.js';
import { accountPage } from './pages/account-page.js';
import { browserScript } from './pages/scripts.js';
import { signInPage } from './pages/sign-in-page.js';
import { signInTexts } from './pages/texts.js';

type Way = 'password' | 'invitation';
type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The page where one signs in, the page of one’s account, and their scripts. */
@Controller()
export class SignInPagesController {
  constructor(@Inject(servedToken) private readonly served: Served) {}

  @Get('sign-in')
  signIn(
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const { issuer, demonstrationAccounts, accounts, people, demonstration } = this.served;
    const chosen = chosenLanguage(query);
    const language = chosen ?? languageOf(request.headers['accept-language']);
    const next = typeof query['next'] === 'string' ? ownPath(query['next']) : undefined;
    const roles = this.roleNames(language);
    asPage(reply);
    const isDemonstration = demonstration !== undefined;
    return signInPage({
      ...{ isDemonstration, hasLeft: query['signed-out'] !== undefined },
      hasLocalAccounts: accounts.takes('password'),
      isNew: !isDemonstration && !people.directory.isKept,
      ...{ language, issuer: issuer?.name, way: query['code'] === undefined ? 'password' : 'invitation' },
      // Whoever begins an account goes on to it, to set up how they sign in from now on.
      next: next ?? addressOf(query['code'] === undefined ? '/' : '/account', { language: chosen }),
      here: (other: Language, way: Way) =>
        addressOf('/sign-in', { code: way === 'invitation' ? '' : undefined, language: other, next }),
      accounts: demonstrationAccounts.map(({ unit, ...one }) => ({
        ...one,
        role: [roles[one.role] ?? one.role, ...this.unitName(unit, language)].join(' · '),
      })),
    });
  }

  @Get('account')
  account(
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const chosen = chosenLanguage(query);
    const language = chosen ?? languageOf(request.headers['accept-language']);
    const next = addressOf('/account', { language: chosen });
    asPage(reply);
    return accountPage({
      ...{ language, issuer: this.served.issuer?.name, roles: this.roleNames(language) },
      isDemonstration: this.served.demonstration !== undefined,
      here: (other) => addressOf('/account', { language: other }),
      signIn: addressOf('/sign-in', { language: chosen, next }),
    });
  }

  @Get('sign-in/scripts/:name')
  script(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | undefined {
    const script = browserScript(name);
    if (script === undefined) throw new HttpProblem('ROUTE_NOT_FOUND');
    if (isNotModified(request, reply, script.tag)) return undefined;
    reply.type('text/javascript; charset=utf-8');
    return script.text;
  }

  private unitName(unit: string | undefined, language: Language): readonly string[] {
    if (unit === undefined) return [];
    const workflows = [...this.served.engine.register.values()];
    const named = workflows.flatMap(({ texts }) => texts[language].values[unit] ?? []);
    return [named[0] ?? unit];
  }

  /** Roles in words: those of the workflows, and those of the directory itself. */
  private roleNames(language: Language): Readonly<Record<string, string>> {
    const workflows = [...this.served.engine.register.values()];
    const named: readonly (readonly [string, string])[] = workflows.flatMap(({ texts }) =>
      Object.entries(texts[language].roles),
    );
    return { ...signInTexts[language].roles, ...Object.fromEntries(named) };
  }
}

function asPage(reply: FastifyReply): void {
  reply.type('text/html; charset=utf-8');
  allowOwnPieces(reply);
}

const chosenLanguage = ({ language }: Asked): Language | undefined =>
  languages.find((one) => one === language);

function addressOf(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
