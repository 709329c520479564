import { alphanumeric, base64url, characters, hex, integer, pick, userName } from './draws.mjs';

/** @typedef {import('./kinds.mjs').Kind} Kind @typedef {import('./draws.mjs').Random} Random */

/** @param {Random} random */
const domain = (random) =>
  pick(random, [
    'example.com',
    'mail.example.org',
    'corp.example.net',
    'shop.example.co.uk',
    'example.cn',
    'uni.example',
  ]);

/** @param {Random} random */
const address = (random) =>
  pick(random, [
    `${userName(random)}@${domain(random)}`,
    `${userName(random)}+${pick(random, ['news', 'orders', 'x1'])}@${domain(random)}`,
    `${userName(random).toUpperCase()}@${domain(random)}`,
    `${userName(random)}@team-${integer(random, 2, 9)}.${domain(random)}`,
  ]);

/** @param {Random} random */
const ipv4 = (random) => {
  const last = `${integer(random, 0, 255)}.${integer(random, 1, 254)}`;
  return pick(random, [
    `10.${integer(random, 0, 255)}.${last}`,
    `172.${integer(random, 16, 31)}.${last}`,
    `192.168.${last}`,
    `100.${integer(random, 64, 127)}.${last}`,
    `198.51.100.${integer(random, 1, 254)}`,
    `203.0.113.${integer(random, 1, 254)}`,
  ]);
};

/** RFC 5952 and the longer forms of RFC 4291. @param {Random} random */
const ipv6 = (random) => {
  const group = () => hex(random, 4).replace(/^0{1,3}/, '');
  return pick(random, [
    `2001:db8:${group()}:${group()}:${group()}:${group()}:${group()}:${group()}`,
    `2001:0db8:${hex(random, 4)}:0000:0000:${hex(random, 4)}:${hex(random, 4)}:${hex(random, 4)}`,
    `2001:db8:${group()}::${group()}`,
    `2001:DB8::${hex(random, 4).toUpperCase()}:${hex(random, 4).toUpperCase()}`,
    `fd${hex(random, 2)}:${group()}:${group()}::${group()}`,
    `fe80::${group()}:${hex(random, 2)}ff:fe${hex(random, 2)}:${group()}`,
  ]);
};

/** @param {Random} random */
const login = (random) =>
  `${pick(random, ['deploy', 'svc-build', 'reader', userName(random)])}:${characters(random, alphanumeric, integer(random, 8, 20))}`;

/** RFC 6750: a token is of letters, digits and `-._~+/`, with padding. @param {Random} random */
const opaque = (random) =>
  characters(random, `${base64url}.~`, integer(random, 24, 64)).replace(/[^A-Za-z0-9]$/, 'q') +
  pick(random, ['', '', '=', '==']);

/** RFC 7617: base64 of `user:password`. @param {Random} random */
const basic = (random) => Buffer.from(login(random)).toString('base64');

/** @type {readonly Kind[]} */
export const networkKinds = [
  {
    name: 'e-mail address',
    draw: address,
    says: [
      'Could not deliver to {@}: mailbox full',
      'Mail from <{@}> accepted in {ms} ms',
      'Account created for {@}',
      'Invoice {order} sent to {@}, copy kept',
      'contact={@} plan=basic seats={number}',
      '邮件发送失败，收件人{@}，第{number}次重试',
      '用户邮箱:{@} 已验证',
      'Refused: address "{@}" is on the list of bounces',
      'Reply-To: "Support" <{@}>',
      'GET /unsubscribe?email={@}&list={number} HTTP/1.1',
      'git: Author: {Word} <{@}>',
      'rcpt to:<{@}> status=deferred (delay={seconds})',
    ],
    lines: [
      'Nov  3 07:12:55 mx1 postfix/smtp[{port}]: {HEX8}: to=<{@}>, relay=mx.example.net:25, delay={seconds}, dsn=2.0.0, status=sent',
      '{"ts":{epochMs},"event":"signup","email":"{@}","ok":true}',
    ],
  },
  {
    name: 'IPv4 address',
    draw: ipv4,
    says: [
      'Connection from {@} closed by peer',
      'Connection to {@}:{port} timed out after {ms} ms',
      'client={@} status={status} bytes={bytes}',
      'Accepted [{@}]:{port} as session {hex8}',
      'Blocked {@} after {number} failed logins',
      'connect() failed (111: Connection refused) while connecting to upstream, upstream: "http://{@}:{port}/health"',
      '来自{@}的请求过多，已限流',
      '客户端IP:{@}，端口：{port}',
      'X-Forwarded-For: {@}',
      'dial tcp {@}:{port}: i/o timeout',
      'src: /{@}:{port} dest: local, block {hex16}',
      'route add {@}/24 via eth0',
      'peer "{@}" gone, {number} left',
      'Lost node {@}(datanode-{number})',
    ],
    lines: [
      '{@} - - [03/Nov/2025:07:12:55 +0000] "GET /products/{number} HTTP/1.1" {status} {bytes} "-" "curl/8.5.0"',
      'Nov  3 07:12:55 fw kernel: [{seconds}] DROP IN=eth0 OUT= SRC={@} LEN=60 TTL=52 PROTO=TCP SPT={port} DPT=22',
    ],
  },
  {
    name: 'IPv6 address',
    draw: ipv6,
    says: [
      'Connection from {@} closed by peer',
      'Listening for replies of [{@}]:{port}',
      'client={@} status={status}',
      'Neighbour {@} is unreachable on eth0',
      'connect to [{@}]:{port} refused',
      '来自 {@} 的连接被拒绝',
      'Router advertisement from {@}, lifetime {number}',
      'dial tcp [{@}]:{port}: connect: no route to host',
      'peer={@};port={port}',
      'Lease of {@}/64 renewed for {count} s',
      'resolved db.example.net to {@} in {ms} ms',
      ['client ::ffff:{@} sent {bytes} bytes', ipv4],
      'remote_addr: "{@}", upstream_time: {seconds}',
    ],
    lines: [
      '{@} - - [03/Nov/2025:07:12:55 +0000] "GET / HTTP/2.0" {status} {bytes} "-" "curl/8.5.0"',
      'Nov  3 07:12:55 gw sshd[{port}]: Connection closed by {@} port {port} [preauth]',
    ],
  },
  {
    name: 'URL with credentials',
    draw: login,
    says: [
      'Fetching https://{@}@git.example.com/shop/{word}.git',
      'fatal: Authentication failed for "https://{@}@git.example.com/{word}"',
      'GET ftp://{@}@files.example.net/export/{day}.csv failed',
      'proxy=http://{@}@proxy.example.net:{port} retries={number}',
      'Webhook http://{@}@hooks.example.org:{port}/in answered {status}',
      '拉取 https://{@}@repo.example.cn/{word} 失败',
      'upstream is https://{@}@[2001:db8::1]:{port}/',
      'registry "https://{@}@registry.example.com/npm/" added',
      'sftp://{@}@backup.example.org/{day}: permission denied',
      'curl: (22) https://{@}@api.example.com/v2/items?page={number} returned {status}',
      'wss://{@}@live.example.com/feed closed with 1006',
      'index-url = https://{@}@pypi.example.com/simple',
    ],
    lines: [],
  },
  {
    name: 'bearer header',
    draw: opaque,
    says: [
      'Authorization: Bearer {@}',
      'request headers: authorization: bearer {@}, accept: */*',
      "headers={'Authorization': 'Bearer {@}', 'Accept': 'text/html'}",
      'curl -H "Authorization: Bearer {@}" https://api.example.com/v1/items',
      '> Authorization: Bearer {@}',
      '{"authorization":"Bearer {@}","host":"api.example.com"}',
      'Proxy-Authorization: Bearer {@}',
      '请求头 Authorization=Bearer {@} 已过期',
      '[Authorization:"Bearer {@}", Content-Length:"{number}"]',
      'auth header was "Bearer {@}", answered {status}',
      'headers.Authorization=[Bearer {@}] took {ms} ms',
      "-H 'Authorization: Bearer {@}' -X POST",
    ],
    lines: [],
  },
  {
    name: 'basic header',
    draw: basic,
    says: [
      'Authorization: Basic {@}',
      'request headers: authorization: basic {@}, accept: */*',
      "headers={'Authorization': 'Basic {@}'}",
      'curl -H "Authorization: Basic {@}" https://api.example.com/v1/items',
      '< Proxy-Authorization: Basic {@}',
      '{"Authorization":"Basic {@}","Host":"api.example.com"}',
      '[Authorization:"Basic {@}", Accept:"*/*"]',
      '请求头 Authorization=Basic {@} 无效',
      'Authorization=[Basic {@}] answered {status}',
      'x-forwarded-authorization: Basic {@}',
    ],
    lines: [],
  },
  {
    name: 'session cookie',
    draw: (random) =>
      pick(random, [
        hex(random, 32),
        characters(random, alphanumeric, 26),
        characters(random, base64url, 43),
        hex(random, 32).toUpperCase(),
        `s%3A${characters(random, base64url, 32)}.${characters(random, alphanumeric, 43)}`,
      ]),
    says: [
      'Set-Cookie: JSESSIONID={@}; Path=/; HttpOnly',
      'Cookie: PHPSESSID={@}; theme=dark',
      'Cookie: lang=en; sessionid={@}',
      'set-cookie: connect.sid={@}; Path=/; Max-Age={count}; Secure',
      'Set-Cookie: ASP.NET_SessionId={@}; path=/; SameSite=Lax',
      '{"cookie":"theme=dark; session={@}"}',
      "cookies={'sessionid': '{@}', 'lang': 'de'}",
      'Cookie: _shop_session={@}; tz=UTC',
      'curl -b "SESSION={@}" https://shop.example.com/cart',
      'Cookie: sid={@}',
      'Set-Cookie: remember_token={@}; Expires=Thu, 03 Dec 2026 07:12:55 GMT',
      'Cookie 头: JSESSIONID={@}; 语言=zh',
      'set-cookie: laravel_session={@}; path=/',
      'GET /cart;jsessionid={@}?page={number} HTTP/1.1',
    ],
    lines: [
      '192.0.2.9 - - [03/Nov/2025:07:12:55 +0000] "GET /cart HTTP/1.1" {status} {bytes} "-" "curl/8.5.0" "sessionid={@}"',
      'cookie="auth_session={@}" status={status} took={ms}ms',
    ],
  },
];
