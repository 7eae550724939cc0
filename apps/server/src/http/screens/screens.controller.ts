import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from '../problem.js';
import { allowScreens } from '../security-headers.js';
import { screenPage, screenPages } from './screens.js';

/** The page of the screens, at each of their addresses. It says nothing of cases and people, so everybody may load it. */
@Controller()
export class ScreensController {
  /** @throws HttpProblem ROUTE_NOT_FOUND  the screens were not built */
  @Get([...screenPages])
  screen(@Req() { routeOptions }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const page = screenPage(routeOptions.url);
    if (page === undefined) throw new HttpProblem('ROUTE_NOT_FOUND');
    reply.type('text/html; charset=utf-8');
    allowScreens(reply);
    return page;
  }
}
