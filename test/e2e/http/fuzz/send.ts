import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Answer, TestServer } from '../http-server.js';
import type { FuzzedRequest } from './requests.js';

/** Longer than any request may take. */
export const answeredWithinMs = 10_000;

/**
 * Sends a request as it is.
 * @throws Error  it was not answered in time
 */
export async function send(
  { inject }: Pick<TestServer, 'inject'>,
  { method, url, headers: sent, payload }: FuzzedRequest,
): Promise<Answer> {
  const asked = inject({
    method: method,
    url,
    headers: sent,
    ...(payload !== undefined && { payload }),
  });
  const response = await Promise.race([
    asked,
    new Promise<never>((_resolve, reject) =>
      setTimeout(reject, answeredWithinMs, new Error('hangs')).unref(),
    ),
  ]);
  const headers = response.headers as Record<string, string>;
  const unpack = unpacking[headers['content-encoding'] ?? 'identity'];
  if (unpack === undefined)
    throw new Error(`packed in a way nobody asked for: ${headers['content-encoding']}`);
  const text = unpack(response.rawPayload).toString();
  return {
    status: response.statusCode,
    headers,
    text,
    json: <Body>() => JSON.parse(text) as Body,
  };
}

const unpacking: Readonly<Record<string, (packed: Buffer) => Buffer>> = {
  identity: (plain) => plain,
  gzip: (packed) => gunzipSync(packed),
  deflate: (packed) => inflateSync(packed),
  br: (packed) => brotliDecompressSync(packed),
};
