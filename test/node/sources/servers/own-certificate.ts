import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnCertificate {
  readonly key: string;
  readonly cert: string;
  readonly certPath: string;
}

/** A certificate that nobody trusts yet, for loopback or a name as in `DNS:loki.test`; undefined where there is no openssl. */
export function makeCertificate(name = 'IP:127.0.0.1'): OwnCertificate | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'oddline-certificate-'));
  const [keyPath, certPath] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const words = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=${name}`;
  const made = spawnSync('openssl', [...words.split(' '), '-keyout', keyPath, '-out', certPath]);
  if (made.status !== 0) return undefined;
  return { key: readFileSync(keyPath, 'utf8'), cert: readFileSync(certPath, 'utf8'), certPath };
}
