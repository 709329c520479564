import type { DefaultRow } from './default-row';

/** Who may do what, and who tries without. */
export const securityRows = [
  {
    id: 'brute-force',
    severity: 'high',
    title: 'many failed logins',
    hint: 'From which address, for which accounts? Block the source; see whether one of them succeeded afterwards.',
    keywords: `
      authentication failure, authentication failed, authentication … failed, failed password,
      failed login, login failed, login failure, login attempt … failed, login for … failed, login of … failed, login by … failed, login as … failed, failed to log in,
      failed to authenticate, invalid password, invalid credentials, incorrect password, wrong password,
      bad password, password mismatch, password check failed, bad credentials, invalid user,
      sign in failed, logon failure`,
    chinese: '认证失败, 登录失败, 密码错误, 鉴权失败',
    burst: { count: 10, seconds: 60 },
  },
  {
    id: 'authentication-failed',
    severity: 'medium',
    title: 'authentication failed',
    hint: 'A wrong or expired password or key, or somebody who tries: from which address, how often?',
    keywords: `
      authentication failure, authentication failed, authentication … failed, authentication error,
      failed password, failed login, login failed, login failure, login attempt … failed, login for … failed, login of … failed, login by … failed, login as … failed, failed to log in,
      failed to authenticate, could not authenticate, invalid password, invalid credentials,
      incorrect password, wrong password, bad password, password mismatch, password check failed,
      password authentication failed, bad credentials, sign in failed, logon failure,
      permission denied publickey`,
    chinese: '认证失败, 登录失败, 密码错误, 鉴权失败, 验证失败',
  },
  {
    id: 'account-locked',
    severity: 'high',
    title: 'account locked',
    hint: 'Too many failed attempts: did its owner change a password somewhere, or does somebody try?',
    keywords: `
      account locked, account is locked, account … locked, account has been locked, locked out, account disabled,
      too many authentication failures, too many failed attempts, too many failed login,
      too many login attempts, maximum authentication attempts exceeded`,
    chinese: '账户被锁定, 账号锁定, 账户已锁定',
  },
  {
    id: 'access-denied',
    severity: 'medium',
    title: 'access denied',
    hint: 'Were rights taken away, or does somebody ask for what is not theirs?',
    keywords: `
      access denied, access is denied, access forbidden, not authorized, unauthorized,
      authorization failed, unauthorised, forbidden`,
    chinese: '拒绝访问, 访问被拒绝, 未授权, 禁止访问',
  },
  {
    id: 'token-invalid',
    severity: 'medium',
    title: 'token expired or invalid',
    hint: 'Compare the clocks of both sides; was a signing key changed?',
    keywords: `
      token expired, token has expired, token is expired, expired token, invalid token, token … invalid,
      invalid signature, signature verification failed, signature mismatch, forged, signature does not match,
      invalid api key, session expired`,
    chinese: '令牌过期, 令牌无效, 签名错误, 签名验证失败',
    level: 'warn',
  },
  {
    id: 'privilege-escalation',
    severity: 'critical',
    title: 'attempt to gain privileges',
    hint: 'Who is it, from where, and what did they do before?',
    keywords: `
      not in the sudoers, not in sudoers, privilege escalation, incorrect password attempt,
      incorrect password attempts, possible break in attempt, break in attempt,
      su = authentication failure, failed su, failed su for, unauthorized sudo, user not allowed`,
    chinese: '提权, 越权',
  },
  {
    id: 'injection-probe',
    severity: 'critical',
    title: 'attack on an input',
    hint: 'See whether one was answered with success, and close the hole before you block the source.',
    keywords: `
      sql injection, union select, or # = #, xp cmdshell, information schema, path traversal,
      directory traversal, etc passwd, command injection, cross site scripting, xss attack, xss attempt,
      jndi ldap, script alert, remote code execution, waf blocked, deserialization attack,
      csrf token mismatch`,
    chinese: 'sql 注入, sql注入, 路径穿越, 跨站脚本, 命令注入',
  },
  {
    id: 'port-scan',
    severity: 'high',
    title: 'port scan',
    hint: 'From which address, and did it find an open port? Look for what it did there next.',
    keywords: `
      port scan, portscan, port scanning, scan detected, scanning detected, syn flood,
      possible syn flooding, did not receive identification string`,
    chinese: '端口扫描, 扫描攻击',
  },
  {
    id: 'firewall-denied',
    severity: 'low',
    title: 'blocked by the firewall',
    hint: 'A rule that is too strict, or a connection nobody should make: which source, which port?',
    keywords: `
      firewall … denied, firewall … blocked, firewall … dropped, blocked by firewall, denied by acl,
      denied by policy, connection denied, packet dropped, packet rejected, ufw block, iptables … drop,
      deny tcp, deny udp`,
    chinese: '防火墙拦截, 防火墙拒绝',
  },
  {
    id: 'malware',
    severity: 'critical',
    title: 'malware',
    hint: 'Take the machine off the network and keep it as it is for whoever examines it.',
    keywords: `
      malware, virus found, virus detected, trojan, ransomware, rootkit, backdoor, infected file,
      threat detected, intrusion detected, intrusion attempt, exploit attempt, webshell`,
    chinese: '病毒, 木马, 恶意软件, 勒索, 后门, 入侵',
  },
  {
    id: 'ddos',
    severity: 'critical',
    title: 'denial of service',
    hint: 'Which sources, which requests? Let what stands in front of the service drop them.',
    keywords: 'ddos, denial of service, dos attack, http flood',
    chinese: '拒绝服务攻击, 流量攻击',
  },
  {
    id: 'audit-tampered',
    severity: 'critical',
    title: 'audit log changed or stopped',
    hint: 'Who did it, and what is missing from then on?',
    keywords: `
      audit log was cleared, audit log cleared, auditing disabled, audit disabled, audit logging disabled, log was cleared,
      audit daemon … stopped, integrity check failed, tampering detected, tampered`,
    chinese: '审计日志被清除, 篡改',
  },
  {
    id: 'secret-exposed',
    severity: 'high',
    title: 'secret exposed',
    hint: 'Change the secret now, then find out where it was written to.',
    keywords: `
      exposed credential, exposed credentials, leaked credential, leaked credentials, secret detected,
      private key exposed, credentials leaked`,
    chinese: '密钥泄露, 凭证泄露',
  },
] as const satisfies readonly DefaultRow[];
