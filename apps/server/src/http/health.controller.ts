import { standardProjections, viewsReached } from '@safeconduct/engine';
import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Installation } from '../runtime/installation.js';
import { installationToken } from './installation-token.js';

const definitions = standardProjections.map(({ view }) => view);
// More than a batch or two behind means that a rebuild or a catch-up is under way.
const behindMax = 10_000n;

/** Whether the process lives, and whether it can answer. */
@Controller('health')
export class HealthController {
  constructor(@Inject(installationToken) private readonly installation: Installation) {}

  @Get('live')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ readonly status: 'ok'; readonly head: string; readonly views: string }> {
    const { events, views } = this.installation;
    const head = await events.head();
    const reached = await viewsReached(views, definitions);
    if (head - reached > behindMax) {
      const reason = `views are at position ${reached}, the log at ${head}`;
      throw new ServiceUnavailableException({ status: 'behind', reason });
    }
    return { status: 'ok', head: String(head), views: String(reached) };
  }
}
