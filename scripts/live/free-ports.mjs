import { createServer } from 'node:net';

/** @param {import('node:net').Server} server @returns {Promise<number>} */
const listening = (server) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : 0);
    });
  });

/**
 * Ports of loopback nobody listened on a moment ago. Another process may take one before its user does: servers started with them say so,
 * and are then started with others.
 * @param {number} count
 */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(servers.map(listening));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
