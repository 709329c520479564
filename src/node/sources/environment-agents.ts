import type { Agent } from 'node:http';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import type { AgentFor } from './one-request';

/**
 * The proxies of HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, for the command line: the Node versions it runs on heed none of them
 * by themselves. One agent a proxy, whose connections are used again.
 */
export function environmentAgents(): AgentFor {
  const agents = new Map<string, Agent>();
  return (url, use) => {
    const proxy = getProxyForUrl(url.href);
    if (proxy === '') return undefined;
    // A proxy is asked for a way (CONNECT) where what follows is not one plain request.
    const isTunnel = use === 'socket' || url.protocol === 'https:';
    const key = `${isTunnel} ${proxy}`;
    const agent = agents.get(key) ?? agentOf(proxy, isTunnel);
    agents.set(key, agent);
    return agent;
  };
}

function agentOf(proxy: string, isTunnel: boolean): Agent {
  return isTunnel
    ? new HttpsProxyAgent(proxy, { keepAlive: true })
    : new HttpProxyAgent(proxy, { keepAlive: true });
}
