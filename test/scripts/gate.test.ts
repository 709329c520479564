import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGate } from '../../scripts/vscode/gate.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'gate-'));
const socketPath = path.join(folder, 'server.sock');
let server: Server;
let gate: Awaited<ReturnType<typeof openGate>>;

beforeAll(async () => {
  server = createServer((message, answer) => {
    let body = '';
    message.on('data', (chunk) => {
      body += chunk;
    });
    message.on('end', () =>
      answer.writeHead(201, { 'x-path': message.url }).end(`${message.method} ${body}`),
    );
  });
  server.on('upgrade', (_message, socket, head) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
    socket.write(head);
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  gate = await openGate(socketPath);
});

afterAll(() => {
  gate.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const ask = (address: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${gate.port}${address}`, { redirect: 'manual', ...init });

/** What a web socket's other end hears first, up to the bytes it sent itself. */
function upgrade(cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(gate.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk;
      if (heard.includes('hello')) socket.destroy();
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
    socket.write(
      `GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n${cookie}\r\n\r\nhello`,
    );
  });
}

describe('the gate before VS Code in the browser', () => {
  it.each([
    ['without a key', '/?folder=x', {}],
    ['with another key', '/?key=0123456789abcdef0123456789abcdef', {}],
    ['with an empty key', '/?key=', {}],
    ['with another cookie', '/', { cookie: 'oddline-1=0123' }],
  ])('lets nobody in %s', async (_, address, headers) => {
    const answer = await ask(address, { headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('npm start');
  });

  it('takes the key out of the address and makes it a cookie that scripts cannot read', async () => {
    const answer = await ask(`/?folder=%2Fa&key=${gate.key}&payload=b`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/?folder=%2Fa&payload=b');
    expect(answer.headers.get('set-cookie')).toBe(`${gate.cookie}; Path=/; HttpOnly; SameSite=Lax`);
  });

  it('passes on what has the cookie, as it came', async () => {
    const headers = { cookie: `other=1; ${gate.cookie}` };
    const answer = await ask('/a?b=c', { method: 'POST', body: 'text', headers });
    expect([answer.status, answer.headers.get('x-path'), await answer.text()]).toEqual([
      201,
      '/a?b=c',
      'POST text',
    ]);
  });

  it('passes on web sockets with the cookie, and no others', async () => {
    expect(await upgrade(`Cookie: ${gate.cookie}`)).toMatch(/^HTTP\/1.1 101 .*hello$/s);
    expect(await upgrade('X-None: 1')).toMatch(/^HTTP\/1.1 403 /);
  });

  it('has another key each time', async () => {
    const other = await openGate(socketPath);
    other.close();
    expect(other.key).not.toBe(gate.key);
    expect(other.key).toMatch(/^[\da-f]{32}$/);
  });

  it('says so where the server is gone', async () => {
    const lost = await openGate(path.join(folder, 'none.sock'));
    const answer = await fetch(`http://127.0.0.1:${lost.port}/`, { headers: { cookie: lost.cookie } });
    lost.close();
    expect(answer.status).toBe(502);
  });
});
