import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkout } from '../tidy/planted-tree.js';

/** A service, as far as the tests look at it. */
export interface Service {
  readonly profiles?: readonly string[];
  readonly image?: string;
  readonly build?: string | { readonly dockerfile: string };
  readonly user?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly privileged?: boolean;
  readonly network_mode?: string;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly (string | { readonly source: string; readonly target: string })[];
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly deploy?: {
    readonly resources: { readonly limits: { readonly memory: string; readonly pids: number } };
  };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

export const profiles = ['embedded', 'postgres', 'cluster'] as const;

export const composeText = readFileSync(join(checkout, 'docker-compose.yml'), 'utf8');

export const composeFile = parse(composeText, { merge: true }) as ComposeFile;

export const services = Object.entries(composeFile.services);

export const servicesOf = (profile: string): readonly (readonly [string, Service])[] =>
  services.filter(([, service]) => service.profiles?.includes(profile));

/** The services that run the server. */
export const servers = services.filter(([, { build }]) => build === '.');
