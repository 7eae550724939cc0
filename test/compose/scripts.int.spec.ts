import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../e2e/cli.js';
import { checkout } from '../tidy/planted-tree.js';
import { composeFile } from './compose-file.js';

const script = (name: string) => join(checkout, 'docker', name);
const modeOf = (file: string) => statSync(file).mode & 0o777;

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('make-secrets', () => {
  const folder = join(temporaryFolder(), 'secrets');
  const contents = () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]));
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');

  it('makes every file that docker-compose.yml names, in a folder that only its owner can enter', () => {
    run(script('make-secrets'), [folder]);
    const named = Object.values(composeFile.secrets).map(({ file }) => file.replace('docker/secrets/', ''));
    expect(readdirSync(folder).sort()).toEqual(named.sort());
    expect(modeOf(folder)).toBe(0o700);
    for (const name of named) expect(modeOf(join(folder, name))).toBe(0o444);
  });

  it('makes a master key of 32 bytes, and passwords of 32 bytes that differ', () => {
    expect(readFileSync(join(folder, 'master.key'))).toHaveLength(32);
    const passwords = readdirSync(folder).filter((name) => name.endsWith('.password'));
    for (const name of passwords) expect(text(name)).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(passwords.map(text)).size).toBe(passwords.length);
  });

  it('puts the passwords into the addresses of the stores', () => {
    const app = new URL(text('database-app.url'));
    expect([app.protocol, app.username, app.password, app.host, app.pathname]).toEqual([
      'postgres:',
      'safeconduct_app',
      text('database-app.password'),
      'database:5432',
      '/safeconduct',
    ]);
    expect(text('database-owner.url')).toContain(`safeconduct_owner:${text('database-owner.password')}@`);
    expect(text('log.url')).toBe(
      `kurrentdb://admin:${text('log-admin.password')}@log-1:2113,log-2:2113,log-3:2113` +
        '?tls=true&tlsCaFile=/log-authority/ca.crt',
    );
  });

  it('changes nothing that is there, and makes again what is missing', () => {
    const before = contents();
    rmSync(join(folder, 'log.url'));
    run(script('make-secrets'), [folder]);
    expect(contents()).toEqual(before);
  });
});

describe('with-secrets', () => {
  const folder = temporaryFolder();
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const environment = { SECRETS_FOLDER: folder, MEMORY_FOLDER: temporary };
  const shown = (command: string) => run(script('image/with-secrets'), ['sh', '-c', command], environment);

  it('runs a program without secrets', () => {
    expect(shown('echo "$SAFECONDUCT_EVENTS."')).toBe('.\n');
  });

  it('gives it the value of each secret that has the name of a setting', () => {
    writeFileSync(join(folder, 'SAFECONDUCT_EVENTS'), "postgres://a:b'$c@d/e f");
    writeFileSync(join(folder, 'other.password'), 'no setting');
    expect(shown('echo "$SAFECONDUCT_EVENTS"')).toBe("postgres://a:b'$c@d/e f\n");
  });

  it('leaves a setting that is given otherwise as it is', () => {
    const { stdout } = spawnSync(script('image/with-secrets'), ['sh', '-c', 'echo "$SAFECONDUCT_EVENTS"'], {
      env: { ...process.env, ...environment, SAFECONDUCT_EVENTS: 'memory:' },
      encoding: 'utf8',
    });
    expect(stdout).toBe('memory:\n');
  });

  it('gives it a copy of the master key that nobody else can read, the same one again', () => {
    const key = join(folder, 'master.key');
    writeFileSync(key, Buffer.alloc(32, 7));
    chmodSync(key, 0o444);
    const copy = join(temporary, 'master.key');
    expect(shown('echo "$SAFECONDUCT_MASTER_KEY_FILE"')).toBe(`${copy}\n`);
    expect(shown('echo "$SAFECONDUCT_MASTER_KEY_FILE"')).toBe(`${copy}\n`);
    expect(readFileSync(copy)).toEqual(Buffer.alloc(32, 7));
    expect(modeOf(copy)).toBe(0o600);
    expect(readdirSync(temporary)).toEqual(['master.key']);
  });

  it('passes its arguments on as they are, and ends as the program does', () => {
    const { status, stdout } = spawnSync(
      script('image/with-secrets'),
      ['sh', '-c', 'echo "$1"; exit 3', 'sh', 'a  b'],
      { env: { ...process.env, ...environment }, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([3, 'a  b\n']);
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) {
  process.stderr.write(
    'docker/certificates/make-certificates was not tried: there is no openssl on this machine\n',
  );
}

(hasOpenssl ? describe : describe.skip)('make-certificates', () => {
  const root = temporaryFolder();
  for (const name of ['authority', 'log-authority', 'nodes']) mkdirSync(join(root, name));
  const make = (...nodes: readonly string[]) =>
    run(script('certificates/make-certificates'), nodes, { CERTIFICATES_ROOT: root });
  const certificate = (file: string) => new X509Certificate(readFileSync(join(root, file)));
  const authority = () => certificate('log-authority/ca.crt');
  const node = (name: string) => certificate(`nodes/${name}.crt`);

  it('makes an authority, and certificates of it for server and client use by the name of the node', () => {
    make('log-1', 'log-2');
    expect(authority().ca).toBe(true);
    for (const name of ['log-1', 'log-2']) {
      expect(node(name).verify(authority().publicKey)).toBe(true);
      expect(node(name).checkIssued(authority())).toBe(true);
      expect(node(name).checkHost(name)).toBe(name);
      expect(node(name).checkIP('127.0.0.1')).toBe('127.0.0.1');
      expect(node(name).keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
      expect(node(name).ca).toBe(false);
    }
    expect(node('log-1').checkHost('log-2')).toBeUndefined();
  });

  it('gives all nodes the common name by which they know each other', () => {
    const expected = composeFile.services['log-1']?.environment;
    const common = expected?.['KURRENTDB_CERTIFICATE_RESERVED_NODE_COMMON_NAME'] ?? 'none';
    for (const name of ['log-1', 'log-2']) expect(node(name).subject.split('\n')).toContain(`CN=${common}`);
  });

  it('keeps keys from others', () => {
    expect(modeOf(join(root, 'authority/ca.key'))).toBe(0o600);
    expect(modeOf(join(root, 'nodes/log-1.key'))).toBe(0o400);
    expect(modeOf(join(root, 'log-authority/ca.crt'))).toBe(0o444);
  });

  it('leaves alone what is good, and makes what is missing or of another authority', () => {
    const [before, first] = [node('log-1').fingerprint256, node('log-2').fingerprint256];
    rmSync(join(root, 'nodes/log-2.crt'));
    make('log-1', 'log-2', 'log-3');
    expect(node('log-1').fingerprint256).toBe(before);
    expect(node('log-2').fingerprint256).not.toBe(first);
    rmSync(join(root, 'authority/ca.key'));
    make('log-1');
    expect(node('log-1').fingerprint256).not.toBe(before);
    expect(node('log-1').verify(authority().publicKey)).toBe(true);
  });
});
