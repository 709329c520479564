import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { listening, type Running } from './listening';
import { makeCertificate } from './own-certificate';

export interface TlsFront extends Running {
  /** The one file that knows who vouches for it. */
  readonly certPath: string;
}

/** Stands before a server at `http://…` and speaks TLS for it, under a name that is not its own. */
export async function startTlsFront(target: string, name: string): Promise<TlsFront> {
  const made = makeCertificate(`DNS:${name}`);
  if (!made) throw new Error('openssl is needed for the certificate of the test.');
  const { hostname, port } = new URL(target);
  const server = createServer({ key: made.key, cert: made.cert }, (client) => {
    const behind = connect(Number(port), hostname);
    const end = () => {
      client.destroy();
      behind.destroy();
    };
    for (const socket of [client, behind]) socket.on('error', end).on('close', end);
    client.pipe(behind).pipe(client);
  });
  return { ...(await listening(server)), certPath: made.certPath };
}
