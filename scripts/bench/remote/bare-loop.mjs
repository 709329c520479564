import http from 'node:http';

/** @typedef {{ path: string, headers: Record<string, string> }} Asked */

/** A transport that remembers what is asked through it. */
export function recording(/** @type {any} */ transport, /** @type {Asked[]} */ asked) {
  return {
    request: (/** @type {any} */ source, /** @type {any} */ request, /** @type {AbortSignal} */ signal) => {
      asked.push({ path: request.path, headers: request.headers });
      return transport.request(source, request, signal);
    },
    openSocket: (/** @type {any[]} */ ...args) => transport.openSocket(...args),
  };
}

/** One request after the other over one connection; what comes is thrown away. @param {string} url @param {readonly Asked[]} asked */
export async function bareLoop(url, asked) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  let bytes = 0;
  for (const { path, headers } of asked) {
    bytes += await new Promise((resolve, reject) => {
      http
        .get(`${url}${path}`, { agent, headers: { 'Accept-Encoding': 'gzip', ...headers } }, (answer) => {
          let got = 0;
          answer.on('data', (chunk) => {
            got += chunk.length;
          });
          answer.once('end', () => resolve(got));
          answer.once('error', reject);
        })
        .once('error', reject);
    });
  }
  agent.destroy();
  return bytes;
}
