import { X509Certificate } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';

/** An answer, whole. */
export interface ServerAnswered {
  readonly ok: boolean;
  readonly status: number;
  readonly bytes: Buffer;
}

/** What `fetch` takes, apart from the address. */
type Asked = NonNullable<Parameters<typeof fetch>[1]>;

/**
 * Asks a server of this machine. One with TLS is reached by its loopback address, for which its certificate is not made;
 * it is believed when it shows exactly the certificate that is expected, whatever names stand in it.
 * @param certificate  as PEM; left out: checked as on the web
 * @throws TypeError  as `fetch` does; see `certificateCodeIn`
 */
export async function fetchFrom(
  certificate: string | undefined,
  url: URL,
  asked: Asked,
): Promise<ServerAnswered> {
  if (certificate === undefined) return whole(await fetch(url, asked));
  const undici = await import('undici');
  const dispatcher = new undici.Agent({ connect: trustOf(new X509Certificate(certificate)) });
  try {
    return await whole(await undici.fetch(url, { ...(asked as object), dispatcher }));
  } finally {
    await dispatcher.destroy();
  }
}

/** The answer that both kinds of `fetch` have. */
type Response = Pick<Awaited<ReturnType<typeof fetch>>, 'ok' | 'status' | 'arrayBuffer'>;

const whole = async (response: Response): Promise<ServerAnswered> => {
  const { ok, status } = response;
  return { ok, status, bytes: Buffer.from(await response.arrayBuffer()) };
};

const anotherCertificate = 'CERT_IS_ANOTHER';

/** Trust in one certificate and in nobody who could issue another. That it is valid now is checked as well. */
const trustOf = (expected: X509Certificate) => ({
  ca: expected.toString(),
  // The certificate itself is the root of the trust, also where somebody else has issued it.
  allowPartialTrustChain: true,
  checkServerIdentity: (_host: string, { raw }: PeerCertificate): Error | undefined =>
    raw.equals(expected.raw)
      ? undefined
      : Object.assign(new Error('the certificate is another one'), { code: anotherCertificate }),
});

/** The codes by which OpenSSL and the check above refuse a certificate. */
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH/;

/** Why `fetch` did not believe a server, as a code; undefined when it failed for another reason. */
export function certificateCodeIn(error: unknown): string | undefined {
  const { code } = ((error as Error).cause ?? {}) as { readonly code?: string };
  return code !== undefined && certificateCode.test(code) ? code : undefined;
}
