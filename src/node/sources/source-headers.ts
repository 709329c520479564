import type { HttpSource } from '../../protocol/log-source';

/** The password, token or key that is kept for a source; null where it needs none. Rejects with InputError where it lacks one. */
export type SecretOf = (source: HttpSource) => Promise<string | null>;

/** Who asks: only whoever speaks HTTP adds it. */
export async function headersOf(source: HttpSource, secretOf: SecretOf): Promise<Record<string, string>> {
  const { authentication } = source;
  const secret = authentication.kind === 'none' ? null : await secretOf(source);
  const tenant = 'tenant' in source && source.tenant !== null ? { 'X-Scope-OrgID': source.tenant } : {};
  return { ...tenant, ...(secret !== null && { Authorization: authorization(source, secret.trim()) }) };
}

function authorization({ authentication }: HttpSource, secret: string): string {
  if (authentication.kind === 'basic') {
    return `Basic ${Buffer.from(`${authentication.user}:${secret}`).toString('base64')}`;
  }
  return authentication.kind === 'apiKey' ? `ApiKey ${secret}` : `Bearer ${secret}`;
}

/** Where a request goes; one slash between the two, however the address was written. */
export function addressOf({ url }: HttpSource, path: string): URL {
  return new URL(url.replace(/\/+$/, '') + path);
}
