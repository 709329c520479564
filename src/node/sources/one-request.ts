import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { checkServerIdentity } from 'node:tls';
import { TransportError } from './transport';

/** The agent that asks a proxy; undefined where none stands between. See `environment-agents.ts`. */
export type AgentFor = (url: URL, use: 'request' | 'socket') => Agent | undefined;

/** What goes into the options of a request that a proxy passes on. */
export type ProxiedWay = Required<Pick<RequestOptions, 'checkServerIdentity'>> & { readonly agent: Agent };

/** Through a tunnel Node knows no name of the server where its address is a number, and would expect the certificate of `localhost`. */
export function proxiedWay(agent: Agent | undefined, url: URL): ProxiedWay | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return agent && { agent, checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate) };
}

/** Sends it, and resolves with the answer before its body is read. */
export function headOf(request: ClientRequest, body: string | null): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
    request.once('close', () => reject(new TransportError('cut', 'closed')));
    // Told by the agent that asks a proxy for a way.
    request.once(
      'proxyConnect',
      ({ statusCode, statusText }: { statusCode: number; statusText?: string }) => {
        if (statusCode !== 200)
          request.destroy(new TransportError('proxy', `${statusCode} ${statusText ?? ''}`));
      },
    );
    request.end(body ?? undefined);
  });
}
