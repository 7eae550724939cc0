import { languages, type Language } from '@safeconduct/workflow';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html, nothing, type Html } from '../html.js';
import { languageOf } from '../language.js';
import type { ProblemAnswer } from '../problem-details.filter.js';
import { allowOwnPieces } from '../security-headers.js';
import { directionOf, framed } from './pages/parts.js';
import { signInTexts } from './pages/texts.js';

/** Whether a person opened a page with a browser; a program, and whoever asks the API, is answered with a problem. */
export const isPageForPerson = ({ method, operation, headers }: FastifyRequest): boolean =>
  method === 'GET' && operation === undefined && headers.accept?.includes('text/html') === true;

/**
 * Tells a person why a page is not there for them, such as that an issuer signs them not in, and leads back to where they can
 * try again. It says so in both languages, theirs first: to open the address in the other one would be another attempt.
 */
export function sendRefusedPage(
  request: FastifyRequest,
  reply: FastifyReply,
  answerIn: (language: Language) => ProblemAnswer,
): void {
  const language = languageOf(request.headers['accept-language']);
  const { status, headers, body } = answerIn(language);
  const others = languages.filter((other) => other !== language);
  request.problem = body.code;
  allowOwnPieces(reply);
  void reply
    .code(status)
    .headers(headers)
    .type('text/html; charset=utf-8')
    .send(
      framed({
        ...{ language, title: capitalised(body.title) },
        body: [language, ...others].map((one) => toldIn(one, answerIn(one), request.id)),
      }),
    );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function toldIn(language: Language, { body: { title, detail, code } }: ProblemAnswer, id: string): Html {
  const { refused } = signInTexts[language];
  return html`<section class="card stack tight" lang="${language}" dir="${directionOf(language)}">
    <h1 class="said-first">${title}</h1>
    ${detail === title ? nothing : html`<p class="said-first">${detail}</p>`}
    <p class="small soft"><code>${code}</code> · ${refused.request} <code>${id}</code></p>
    <p><a class="button" href="/sign-in?language=${language}">${refused.back}</a></p>
  </section>`;
}
