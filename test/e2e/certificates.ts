import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether certificates can be made here. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A certificate and its private key, as files of PEM. */
export interface CertificateFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
}

const openssl = (...args: readonly string[]): void => {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'] as const;
const filesOf = (folder: string, host: string): CertificateFiles => ({
  certificateFile: join(folder, `${host}.crt`),
  keyFile: join(folder, `${host}.key`),
});

/** A certificate for a host, issued by nobody but itself. */
export function selfSigned(folder: string, host: string): CertificateFiles {
  const files = filesOf(folder, host);
  const named = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  openssl('req', '-x509', ...newKey, '-days', '2', ...named, ...outOf(files));
  return files;
}

/**
 * A certificate for a host that another one has issued; the file has both.
 * @param days  how long it is valid; a negative number: it has expired
 */
export function issuedBy(
  issuer: CertificateFiles,
  folder: string,
  { host, days = 2 }: { readonly host: string; readonly days?: number },
): CertificateFiles {
  const files = filesOf(folder, host);
  const request = join(folder, `${host}.csr`);
  openssl('req', '-new', ...newKey, '-subj', `/CN=${host}`, '-keyout', files.keyFile, '-out', request);
  const signing = ['-CA', issuer.certificateFile, '-CAkey', issuer.keyFile, '-CAcreateserial'];
  openssl('x509', '-req', '-in', request, ...signing, '-days', String(days), '-out', files.certificateFile);
  const chain = [files.certificateFile, issuer.certificateFile].map((file) => readFileSync(file, 'utf8'));
  writeFileSync(files.certificateFile, chain.join(''));
  return files;
}

const outOf = ({ certificateFile, keyFile }: CertificateFiles): readonly string[] => [
  ...['-keyout', keyFile, '-out', certificateFile],
];
