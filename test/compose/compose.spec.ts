import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../../apps/server/src/start/configuration.js';
import { checkout } from '../tidy/planted-tree.js';
import {
  composeFile,
  composeText,
  profiles,
  servers,
  services,
  servicesOf,
  type Service,
} from './compose-file.js';

const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };
const ownImage = new RegExp(`^safeconduct(-\\w+)?:${version.replaceAll('.', '\\.')}$`);
const named = (entries: readonly (readonly [string, Service])[]) => entries.map(([name]) => name);
const sourcesOf = ({ secrets = [] }: Service) =>
  secrets.map((secret) => (typeof secret === 'string' ? secret : secret.source));
const targetsOf = ({ secrets = [] }: Service) =>
  secrets.map((secret) => (typeof secret === 'string' ? secret : secret.target));

describe('a profile of docker-compose.yml', () => {
  it('is one of three, and every service belongs to one', () => {
    const used = new Set(services.flatMap(([, service]) => service.profiles ?? ['none']));
    expect([...used].sort()).toEqual([...profiles].sort());
  });

  it('postgres has a database and one server', () => {
    expect(named(servicesOf('postgres'))).toEqual(['loopback', 'balancer', 'server-postgres', 'database']);
  });

  it('cluster has two servers, a balancer, three nodes of the log and a database for views', () => {
    const names = named(servicesOf('cluster'));
    expect(names.sort()).toEqual(
      'balancer certificates database log-1 log-2 log-3 loopback server-1 server-2'.split(' '),
    );
    expect(targetsOf(composeFile.services['server-1'] ?? {})).toEqual(
      expect.arrayContaining(['SAFECONDUCT_EVENTS', 'SAFECONDUCT_VIEWS']),
    );
  });

  it.each(profiles)('%s waits for healthy services of its own profile only', (profile) => {
    const there = named(servicesOf(profile));
    for (const [, { depends_on = {} }] of servicesOf(profile)) {
      expect(there).toEqual(expect.arrayContaining(Object.keys(depends_on)));
      for (const { condition } of Object.values(depends_on)) {
        expect(condition).toMatch(/^service_(healthy|completed_successfully)$/);
      }
    }
  });
});

describe.each(services)('service %s', (name, service) => {
  it('runs an image that is pinned to a version', () => {
    const image = service.image ?? '';
    expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?[\w.-]*$/);
    if (service.build !== undefined) expect(image).toMatch(ownImage);
  });

  it('runs as a user who is not root, without capabilities, and can gain none', () => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.privileged).toBeUndefined();
  });

  it('cannot write to its file system, nodes of the log excepted', () => {
    expect(service.read_only).toBe(!/^log-\d$/.test(name));
  });

  it('has limits of memory and processes, and starts again after a crash', () => {
    expect(service.deploy?.resources.limits.memory).toMatch(/^\d+[mg]$/);
    expect(service.deploy?.resources.limits.pids).toBeGreaterThan(0);
    expect(service.restart).toBe(name === 'certificates' ? 'no' : 'unless-stopped');
  });

  it('has a health check, in its image or here, if it does something that lasts', () => {
    const doesNothing = name === 'loopback' || name === 'certificates';
    const inImage = servers.some(([server]) => server === name);
    expect(service.healthcheck !== undefined).toBe(!doesNothing && !inImage);
  });

  it('is given files and secrets that there are', () => {
    const mounted = (service.volumes ?? []).map((volume) => volume.split(':', 1)[0] ?? '');
    for (const source of mounted) {
      expect(
        source.startsWith('./') ? existsSync(join(checkout, source)) : source in composeFile.volumes,
      ).toBe(true);
    }
    expect(Object.keys(composeFile.secrets)).toEqual(expect.arrayContaining(sourcesOf(service)));
  });
});

describe('a server in docker-compose.yml', () => {
  it('is there for each profile, two in the cluster', () => {
    expect(servers.map(([, { profiles: of }]) => of?.join())).toEqual([
      'embedded',
      'postgres',
      'cluster',
      'cluster',
    ]);
  });

  it.each(servers)('%s is configured by settings that there are', (_name, service) => {
    const used = [...Object.keys(service.environment ?? {}), ...targetsOf(service)];
    const own = used.filter((setting) => setting !== 'master.key' && setting !== 'TMPDIR');
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((setting) => !(setting in settings))).toEqual([]);
  });

  it.each(servers)('%s uses the one master key', (_name, { secrets }) => {
    expect(secrets).toContainEqual({ source: 'master-key', target: 'master.key' });
  });

  it.each(profiles)('has a port of its own on the shared loopback interface (%s)', (profile) => {
    const own = servers.filter(([, service]) => service.profiles?.includes(profile));
    const ports = own.map(([, { environment }]) => environment?.['PORT'] ?? '');
    expect(new Set(ports).size).toBe(own.length);
    const balancer = readFileSync(join(checkout, 'docker/balancer/haproxy.cfg'), 'utf8');
    for (const port of ports) expect(balancer).toContain(`127.0.0.1:${port}`);
  });

  it.each(servers)('%s writes to its own volume, and to memory', (_name, { volumes = [], tmpfs = [] }) => {
    const writable = volumes.filter((volume) => !volume.endsWith(':ro'));
    expect(writable).toEqual([expect.stringMatching(/^[\w-]+:\/data$/)]);
    const others = servers.flatMap(([, other]) => (other.volumes === volumes ? [] : (other.volumes ?? [])));
    expect(others).not.toContain(writable[0]);
    expect(tmpfs).toEqual([expect.stringMatching(/^\/tmp:/)]);
  });

  it.each(servers)('%s shares its network, and neither sets HOST nor publishes a port', (_name, service) => {
    expect(service.network_mode).toBe('service:loopback');
    expect(service.ports).toBeUndefined();
    expect(service.environment).not.toHaveProperty('HOST');
  });
});

describe('what can be reached', () => {
  it('is one port, on loopback of this machine', () => {
    const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
    expect(published).toEqual([['loopback', expect.stringMatching(/^127\.0\.0\.1:/)]]);
  });

  it('is no database from outside, and nobody else is in the network of the balancer', () => {
    expect(composeFile.networks['stores']).toEqual({ internal: true });
    const inFront = services.filter(([, { networks = [] }]) => networks.includes('front'));
    expect(named(inFront)).toEqual(['loopback']);
  });
});

describe('secrets', () => {
  it('are files in a folder that is neither in the repository nor in an image', () => {
    for (const { file } of Object.values(composeFile.secrets)) expect(file).toMatch(/^docker\/secrets\//);
    expect(readFileSync(join(checkout, '.gitignore'), 'utf8').split('\n')).toContain('/docker/secrets/');
    expect(readFileSync(join(checkout, '.dockerignore'), 'utf8')).not.toMatch(/^!docker(\/secrets)?$/m);
  });

  it('are each used', () => {
    const used = new Set(services.flatMap(([, service]) => sourcesOf(service)));
    expect([...used].sort()).toEqual(Object.keys(composeFile.secrets).sort());
  });

  it('do not stand in docker-compose.yml', () => {
    expect(composeText).not.toMatch(/:\/\/[^\s/]*:[^\s/]*@/);
    for (const [, { environment = {} }] of services) {
      const suspicious = Object.keys(environment).filter((name) => /PASSWORD|SECRET|TOKEN|URL/i.test(name));
      expect(suspicious.filter((name) => !name.endsWith('_FILE'))).toEqual([]);
    }
  });
});

describe('the balancer', () => {
  const config = readFileSync(join(checkout, 'docker/balancer/haproxy.cfg'), 'utf8');

  it('logs neither path nor query, which can hold a reference or a name', () => {
    const [, format = ''] = /^ *log-format (.+)$/m.exec(config) ?? [];
    expect(format).toContain('%ST');
    expect(format).not.toMatch(/%(r(?!c)|HU|HP|HPO|HQ|HM|hr|hs|CC|CS|\[)/);
    expect(config).not.toMatch(/option (httplog|tcplog|httpslog)|capture /);
  });

  it('refuses connections that do not come from this machine', () => {
    expect(config).toMatch(
      /^frontend door\n {2}bind :8080\n {2}tcp-request connection reject unless \{ src "/m,
    );
  });

  it('repeats a command under a key only', () => {
    const acl = [...config.matchAll(/^ *acl is_repeatable (.+)$/gm)].map(([, rule]) => rule);
    expect(acl).toEqual(['method GET HEAD', 'req.hdr(idempotency-key) -m found']);
    expect(config).toContain('http-request disable-l7-retry unless is_repeatable\n');
  });
});
