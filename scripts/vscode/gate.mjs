import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';

/**
 * A door with a key before a server that asks nobody: everyone who is logged in on this machine reaches 127.0.0.1, and
 * VS Code would give them a terminal as us. The server listens on a unix socket in a folder of ours; the printed address
 * holds the key, which becomes a cookie of the page. No log-in page stands before the first look.
 *
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:stream').Duplex} Duplex
 */

const refusal = 'Open the whole address that npm start printed: it holds the key.\n';

/** @param {string | undefined | null} given @param {string} key */
function isKey(given, key) {
  const digest = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(key));
}

/** @param {IncomingMessage} message @param {string} name */
function cookieOf({ headers }, name) {
  const cookies = (headers.cookie ?? '').split('; ');
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The address without the key, where it holds the right one. @param {IncomingMessage} message @param {string} key */
function withoutKey({ url = '/' }, key) {
  const address = new URL(url, 'http://gate');
  if (!isKey(address.searchParams.get('key'), key)) return undefined;
  address.searchParams.delete('key');
  return `${address.pathname}${address.search}`;
}

/** @param {IncomingMessage} message @param {import('node:http').ServerResponse} answer @param {string} socketPath */
function passOn(message, answer, socketPath) {
  const { method, url, headers } = message;
  const onward = request({ socketPath, method, path: url, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
    reply.pipe(answer);
  });
  onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
  answer.on('close', () => onward.destroy());
  message.pipe(onward);
}

/** A web socket: the same bytes, then whatever either side says. @param {IncomingMessage} message @param {Duplex} socket @param {Buffer} head @param {string} socketPath */
function passUpgrade({ method, url, rawHeaders }, socket, head, socketPath) {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let i = 0; i < rawHeaders.length; i += 2) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  const onward = connect(socketPath);
  onward.write(`${lines.join('\r\n')}\r\n\r\n`);
  onward.write(head);
  onward.pipe(socket).pipe(onward);
  for (const [side, other] of [
    /** @type {const} */ ([onward, socket]),
    /** @type {const} */ ([socket, onward]),
  ]) {
    side.on('error', () => other.destroy());
    side.on('close', () => other.destroy());
  }
}

/**
 * Listens on a free port of 127.0.0.1.
 * @param {string} socketPath where the server behind it listens
 */
export async function openGate(socketPath) {
  const key = randomBytes(16).toString('hex');
  const open = new Set();
  const server = createServer((message, answer) => {
    if (isKey(cookieOf(message, cookieName()), key)) return passOn(message, answer, socketPath);
    const location = withoutKey(message, key);
    if (location === undefined) return answer.writeHead(403, { 'content-type': 'text/plain' }).end(refusal);
    const cookie = `${cookieName()}=${key}; Path=/; HttpOnly; SameSite=Lax`;
    return answer.writeHead(302, { location, 'set-cookie': cookie }).end();
  });
  server.on('upgrade', (message, socket, head) => {
    if (isKey(cookieOf(message, cookieName()), key)) passUpgrade(message, socket, head, socketPath);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  /** Browsers keep cookies by host, not by port. */
  function cookieName() {
    return `oddline-${port}`;
  }
  return {
    port,
    key,
    /** A header that opens it. */
    cookie: `${cookieName()}=${key}`,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
