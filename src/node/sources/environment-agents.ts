import type { Agent } from 'node:http';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { InputError } from '../../protocol/input-error';
import { isDirect } from './no-proxy';
import type { AgentFor } from './one-request';

/**
 * The proxies of HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, for the command line: the Node versions it runs on heed none of them
 * by themselves. One agent a proxy, whose connections are used again. Throws InputError `bad-proxy` where one is named that is none.
 */
export function environmentAgents(): AgentFor {
  const agents = new Map<string, Agent>();
  return (url, use) => {
    const proxy = isDirect(url, process.env.no_proxy || process.env.NO_PROXY || '')
      ? ''
      : getProxyForUrl(url.href);
    if (proxy === '') return undefined;
    // A proxy is asked for a way (CONNECT) where what follows is not one plain request.
    const isTunnel = use === 'socket' || url.protocol === 'https:';
    const key = `${isTunnel} ${proxy}`;
    const agent = agents.get(key) ?? agentOf(checkedProxy(proxy), isTunnel);
    agents.set(key, agent);
    return agent;
  };
}

function agentOf(proxy: string, isTunnel: boolean): Agent {
  return isTunnel
    ? new HttpsProxyAgent(proxy, { keepAlive: true })
    : new HttpProxyAgent(proxy, { keepAlive: true });
}

/** Its text may hold a password: no word of it but the protocol is said. */
function checkedProxy(proxy: string): string {
  const protocol = URL.canParse(proxy) ? new URL(proxy).protocol : '?';
  if (protocol === 'http:' || protocol === 'https:') return proxy;
  throw new InputError({
    code: 'bad-proxy',
    sentence: {
      pattern:
        'The proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names ({0}…) is none that speaks HTTP. Write it as in http://proxy.example.com:3128, or name the server in NO_PROXY.',
      values: [protocol],
    },
  });
}
