import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../language.js';
import { escaped } from '../html.js';
import { page, style } from '../openapi/pages.js';
import type { HttpProblem } from '../problem.js';
import { problemAnswer } from '../problem-details.filter.js';
import { allowStyle } from '../security-headers.js';

const back = { en: 'Back to sign-in', ar: 'العودة إلى تسجيل الدخول' } as const;

/** Whether a person reads the answer, and not a program. */
export const isForPerson = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes('text/html') === true;

/** Tells a person in their language why they are not signed in, and leads back to where they can try it again. */
export function sendRefusedPage(reply: FastifyReply, problem: HttpProblem, request: FastifyRequest): void {
  const language = languageOf(request.headers['accept-language']);
  const { status, headers, body } = problemAnswer(problem, language);
  request.problem = body.code;
  allowStyle(reply, style);
  const told = `<h1>${escaped(body.title)}</h1><p>${escaped(body.detail)}</p>`;
  const ways = `<p><a href="/sign-in">${escaped(back[language])}</a></p>`;
  void reply
    .code(status)
    .headers(headers)
    .type('text/html; charset=utf-8')
    .send(page(body.title, language, told + ways));
}
