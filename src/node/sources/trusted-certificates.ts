import { readFile } from 'node:fs/promises';
import tls from 'node:tls';
import { InputError } from '../../protocol/input-error';

const certificate = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----/;
/** Bundles of all authorities there are take a quarter of a megabyte. */
const mostBytes = 16 << 20;

/**
 * The certificates of a PEM file besides those Node trusts by itself, which naming any would replace. Undefined where no file is named.
 * Throws InputError `bad-ca-file`.
 */
export async function trustedWith(caFile: string | null): Promise<string[] | undefined> {
  if (caFile === null) return undefined;
  const text = await readFile(caFile, 'utf8').catch((error: Error) => refuse(caFile, error.message));
  if (text.length > mostBytes || !certificate.test(text)) refuse(caFile, 'no PEM certificate');
  return [...(await trustedAnyway()), text];
}

async function trustedAnyway(): Promise<string[]> {
  const { getCACertificates } = tls as { getCACertificates?: (kind: 'default') => string[] };
  if (getCACertificates) return getCACertificates('default');
  // Node before 22.15 cannot say what it was given.
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  const more = extra ? await readFile(extra, 'utf8').catch(() => '') : '';
  return more === '' ? [...tls.rootCertificates] : [...tls.rootCertificates, more];
}

function refuse(path: string, why: string): never {
  throw new InputError({
    code: 'bad-ca-file',
    sentence: {
      pattern: 'The file of certificates {0} cannot be used ({1}). Name a PEM file that holds the CA.',
      values: [path, why],
    },
  });
}
