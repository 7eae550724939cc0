import { Module, type DynamicModule } from '@nestjs/common';
import type { Installation } from '../runtime/installation.js';
import { HealthController } from './health.controller.js';
import { installationToken } from './installation-token.js';

/** Wires the HTTP side over an open installation. */
@Module({})
export class ServerModule {
  static over(installation: Installation): DynamicModule {
    return {
      module: ServerModule,
      controllers: [HealthController],
      providers: [{ provide: installationToken, useValue: installation }],
    };
  }
}
