import type { DefaultRow } from './default-row';

/** Connections, names, certificates, what is answered over the wire. */
export const networkRows = [
  {
    id: 'connection-refused',
    severity: 'high',
    title: 'connection refused',
    hint: 'Nothing listens at that address: does the service run there, and is the port right?',
    keywords: `
      connection refused, connect refused, refused connection, connection … refused, econnrefused,
      connect failed, failed to connect, could not connect, cannot connect, unable to connect,
      connection failed`,
    chinese: '拒绝连接, 连接被拒绝, 连接拒绝, 连接失败, 无法连接',
  },
  {
    id: 'connection-lost',
    severity: 'medium',
    title: 'connection lost',
    hint: 'The other side or something between closed it: look there at the same time.',
    keywords: `
      connection reset, econnreset, connection aborted, econnaborted, connection lost, lost connection,
      connection … lost, connection closed unexpectedly, closed unexpectedly, unexpected eof,
      unexpected end of stream, broken pipe, epipe, socket hang up, socket closed, premature end,
      prematurely closed, reset by peer`,
    chinese: '连接被重置, 连接重置, 连接断开, 连接中断',
  },
  {
    id: 'connection-timeout',
    severity: 'high',
    title: 'connection timed out',
    hint: 'No answer at all: is the host up, is a firewall between, is it overloaded?',
    keywords: `
      connection timed out, connect timed out, connection timeout, connect timeout, etimedout,
      timed out connecting, timed out waiting for connection`,
    chinese: '连接超时',
  },
  {
    id: 'request-timeout',
    severity: 'medium',
    title: 'request timed out',
    hint: 'Look at the service that was asked: is it slow, or did the request not arrive?',
    keywords: `
      request timed out, request timeout, read timed out, read timeout, socket timeout, response timeout,
      upstream timed out, gateway timeout, deadline exceeded, context deadline exceeded, timed out,
      timed out waiting, timeout exceeded, timeout expired, timeout after, timeout waiting,
      did not respond, did not answer, does not answer, not responding, no response from,
      no response within, no answer from, no answer within, no reply from`,
    chinese: '请求超时, 响应超时, 读取超时, 无响应, 未响应',
  },
  {
    id: 'unreachable',
    severity: 'high',
    title: 'host or network unreachable',
    hint: 'Check routes, the interface and the switch; try another host of the same network.',
    keywords: `
      network is unreachable, network unreachable, host is unreachable, host unreachable,
      destination unreachable, no route to host, ehostunreach, enetunreach, is unreachable`,
    chinese: '网络不可达, 主机不可达, 不可达',
  },
  {
    id: 'link-down',
    severity: 'high',
    title: 'network link down',
    hint: 'Check cable, port and the other end of the link.',
    keywords: `
      link down, link is down, link … down, lost carrier, no carrier, link failure, interface … down,
      neighbor down, packet loss`,
    chinese: '链路中断, 网卡断开, 丢包',
  },
  {
    id: 'dns-failure',
    severity: 'high',
    title: 'name cannot be resolved',
    hint: 'Is the name spelt right, and does the name server answer from that machine?',
    keywords: `
      name resolution, name or service not known, could not resolve, couldn t resolve, cannot resolve,
      unable to resolve host, failed to resolve, unknown host, no such host, enotfound, eai again,
      nxdomain, servfail, dns … failed, dns … failure, dns lookup failed, dns timeout, dns error,
      server can t find`,
    chinese: '域名解析失败, 解析失败, 无法解析, 未知主机',
  },
  {
    id: 'certificate-expired',
    severity: 'high',
    title: 'certificate expired',
    hint: 'Renew the certificate, and restart what holds the old one; check the clock of the machine too.',
    keywords: `
      certificate expired, certificate has expired, certificate … has expired, certificate … expired,
      expired certificate, cert has expired, certificate is not yet valid`,
    chinese: '证书过期, 证书已过期',
  },
  {
    id: 'certificate-expires-soon',
    severity: 'medium',
    title: 'certificate expires soon',
    hint: 'Renew the certificate before it expires.',
    keywords: `
      certificate expires in, certificate … expires in, certificate will expire, certificate … days left,
      certificate … will expire, certificate is about to expire, certificate … about to expire,
      certificate expiring`,
    chinese: '证书即将过期, 证书将过期',
  },
  {
    id: 'tls-failure',
    severity: 'high',
    title: 'TLS handshake failed',
    hint: 'Compare the certificate, its chain and the protocol versions of both sides.',
    keywords: `
      certificate verify failed, certificate verification failed, unable to verify … certificate,
      certificate unknown, unknown ca, self signed certificate, certificate signed by unknown authority,
      certificate … not trusted, untrusted certificate, unable to find valid certification path,
      path building failed, hostname mismatch, handshake failed, handshake failure, handshake error,
      handshake timeout, bad certificate, tls error, ssl error, ssl exception, wrong version number,
      no shared cipher`,
    chinese: '握手失败, 证书验证失败, 证书不受信任',
  },
  {
    id: 'http-server-error',
    severity: 'high',
    title: 'server error (5xx)',
    hint: 'The service that answered failed: look in its own log at the same time and request id.',
    keywords: '5xx, internal server error',
    chinese: '服务器内部错误',
  },
  {
    id: 'http-status-5xx',
    severity: 'high',
    title: 'server error (5xx)',
    hint: 'The service that answered failed: look in its own log at the same time and request id.',
    keywords: `
      status #, status = #, status code #, status code = #, http status #, http #, http # #, answered #,
      responded #, responded with #, returned #, response code #, error # from, http error #, server error #`,
    chinese: '状态码 #',
    value: { atLeast: 500, atMost: 599 },
  },
  {
    id: 'service-unavailable',
    severity: 'high',
    title: 'service unavailable',
    hint: 'What stands behind it is down or overloaded: look at its health and at its callers.',
    keywords: `
      service unavailable, temporarily unavailable, bad gateway, no healthy upstream, no live upstreams,
      upstream … failed, upstream unavailable, no available server, backend … is down, backend down,
      health check failed, health check failing, marked unhealthy, is unhealthy, is unavailable`,
    chinese: '服务不可用, 网关错误, 健康检查失败',
  },
  {
    id: 'rate-limit',
    severity: 'medium',
    title: 'rate limit reached',
    hint: 'Who calls so often? Slow it down, or raise the limit; retries without a pause make it worse.',
    keywords: `
      rate limit exceeded, rate limit reached, rate limited, rate limit hit, rate limiting,
      rate … exceeded, too many requests, throttled, throttling, request limit exceeded, slow down`,
    chinese: '限流, 请求过于频繁, 频率超限, 触发流控',
  },
  {
    id: 'http-status-429',
    severity: 'medium',
    title: 'rate limit reached',
    hint: 'Who calls so often? Slow it down, or raise the limit; retries without a pause make it worse.',
    keywords: 'status #, status = #, status code #, status code = #, http #, answered #, returned #',
    value: { isOneOf: [429] },
  },
  {
    id: 'circuit-open',
    severity: 'high',
    title: 'circuit breaker open',
    hint: 'Calls to that service failed too often and are no longer tried: look at that service.',
    keywords: `
      circuit breaker open, circuit breaker opened, circuit breaker is open, circuit breaker … open,
      circuit breaker … opened, circuit open, circuit opened`,
    chinese: '熔断',
  },
  {
    id: 'address-in-use',
    severity: 'high',
    title: 'address already in use',
    hint: 'Another process, or an older one of the same service, holds the port.',
    keywords: `
      address already in use, eaddrinuse, port … already in use, port already in use, bind failed,
      failed to bind, cannot bind`,
    chinese: '地址已被使用, 端口被占用',
  },
  {
    id: 'ports-exhausted',
    severity: 'high',
    title: 'no ports left',
    hint: 'Too many short connections: reuse them, or widen the range of local ports.',
    keywords: 'cannot assign requested address, eaddrnotavail, port exhaustion, conntrack … full',
    chinese: '端口耗尽',
  },
  {
    id: 'retries-exhausted',
    severity: 'high',
    title: 'retries exhausted',
    hint: 'Everything that was tried failed: look at the first failure, not at the last.',
    keywords: `
      retries exhausted, exhausted retries, max retries exceeded, maximum retries, too many retries,
      retry limit exceeded, retry limit reached, giving up, gave up on, gave up after, all attempts failed`,
    chinese: '重试次数已用尽, 超过最大重试次数',
  },
] as const satisfies readonly DefaultRow[];
