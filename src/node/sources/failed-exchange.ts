import { TransportError, type TransportFailure } from './transport';

const byCode: Readonly<Record<string, TransportFailure>> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'cut',
  EPIPE: 'cut',
  ERR_STREAM_PREMATURE_CLOSE: 'cut',
  // A packed body that ends too early.
  Z_BUF_ERROR: 'cut',
};
/** OpenSSL's names for what is wrong with a certificate, as Node tells them. */
const certificateCode = /CERT|SELF_SIGNED|ISSUER|LEAF_SIGNATURE|CRL|HOSTNAME_MISMATCH/;
/** What a proxy in front of the server is to blame for. */
const ofTheWay: readonly TransportFailure[] = ['unknown-host', 'refused', 'unreachable'];

/** What Node, or an agent of it, threw. */
export function failedExchange(error: unknown, viaProxy: boolean): TransportError {
  if (error instanceof TransportError) return error;
  const { code = '', message } = firstOf(error);
  const failure = certificateCode.test(code) ? 'certificate' : (byCode[code] ?? 'other');
  return new TransportError(viaProxy && ofTheWay.includes(failure) ? 'proxy' : failure, message || code);
}

/** Where a name has several addresses, each failed for itself. */
function firstOf(error: unknown): { code?: string; message: string } {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: readonly Error[] };
  return { ...(code !== undefined && { code }), message: message || errors?.[0]?.message || String(error) };
}
