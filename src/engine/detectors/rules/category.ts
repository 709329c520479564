import type { Category } from '../../model/finding';
import { messageWords } from '../message-words';

/**
 * Words that tell what a message is about where no rule fits, by category. Of categories named as often the one listed first
 * counts: whoever logs a query that was not authorised means the authorisation.
 */
const wordsOf = {
  security: `
    auth, authentication, authenticate, authorization, authorized, unauthorized, login, logon, password, passwd, credential,
    credentials, token, session, sudo, privilege, privileges, permission, permissions, forbidden, firewall, attack, intrusion,
    suspicious, blocked, banned, malicious, forged, signature, audit, sshd, pam, 认证, 登录, 密码, 权限, 攻击, 令牌, 鉴权`,
  database: `
    sql, query, queries, database, db, transaction, commit, rollback, deadlock, lock, table, index, schema, row, rows, replica,
    replication, primary, standby, checkpoint, tablespace, cursor, migration, jdbc, postgres, postgresql, mysql, mariadb, mongodb,
    redis, sqlite, oracle, cassandra, 数据库, 查询, 事务, 主从, 索引, 缓存`,
  network: `
    connection, connections, connect, connected, socket, tcp, udp, http, https, dns, tls, ssl, handshake, host, hostname, port,
    certificate, call, answer, answered, reply, proxy, gateway, upstream, downstream, endpoint, request, response, route, router, routing, network, packet, packets, interface,
    link, peer, latency, timeout, unreachable, ping, dhcp, vpn, 连接, 网络, 端口, 网关, 请求, 响应, 超时`,
  system: `
    kernel, cpu, memory, disk, filesystem, mount, volume, device, driver, hardware, node, process, pid, oom, swap, inode, disks,
    temperature, fan, boot, reboot, shutdown, systemd, daemon, container, pod, usb, raid, sector, cache, core, interrupt, sensor,
    power, 内核, 内存, 磁盘, 进程, 硬件, 节点, 系统`,
  application: `
    exception, error, job, task, queue, worker, thread, handler, service, config, configuration, order, user, cart, payment,
    invoice, parse, render, build, test, deploy, deployment, release, module, class, null, undefined, event, message, consumer,
    producer, 异常, 任务, 队列, 配置, 服务, 订单, 消息`,
} as const satisfies Readonly<Record<Category, string>>;

const categoryOfWord = new Map<string, readonly Category[]>();
const noCategories: readonly Category[] = [];
const chinese: (readonly [word: string, category: Category])[] = [];
for (const [category, words] of Object.entries(wordsOf) as [Category, string][]) {
  for (const word of words.split(',').map((one) => one.trim())) {
    if (/\p{Script=Han}/u.test(word)) chinese.push([word, category]);
    else if (!categoryOfWord.has(word)) categoryOfWord.set(word, [category]);
  }
}
const order = Object.keys(wordsOf) as Category[];
/** A component's name says what all its messages are about. */
const componentWeight = 2;
/** What only says that something is wrong, or that a program has parts, is outvoted by what it is about. */
const applicationWeight = 0.5;
const mostTokens = 64;

type Votes = Map<Category, number>;

/** Most tokens: one word as it stands. */
const plainWord = /^[a-z]+$/;
const ideograph = /\p{Script=Han}/u;
const mostRemembered = 20_000;

/**
 * Guesses what messages concern for which there is no rule. Messages are made of the same few tokens, so what each of them votes
 * for is remembered.
 */
export class CategoryGuess {
  private readonly votesOf = new Map<string, readonly Category[]>();

  /** By the words of a masked message and of its component's name ('' for none); null where they say nothing. */
  of(tokens: readonly string[], component: string): Category | null {
    const votes: Votes = new Map();
    this.vote(tokens.slice(0, mostTokens), 1, votes);
    this.vote([component], componentWeight, votes);
    let best: Category | null = null;
    for (const category of order) {
      const count = votes.get(category) ?? 0;
      if (count > (best === null ? 0 : (votes.get(best) ?? 0))) best = category;
    }
    return best;
  }

  private vote(tokens: readonly string[], weight: number, votes: Votes): void {
    for (const token of tokens) for (const category of this.categoriesIn(token)) add(category, weight, votes);
    if (!tokens.some((token) => ideograph.test(token))) return;
    const text = tokens.join(' ');
    for (const [word, category] of chinese) if (text.includes(word)) add(category, weight, votes);
  }

  private categoriesIn(token: string): readonly Category[] {
    const known = plainWord.test(token) ? categoryOfWord.get(token) : this.votesOf.get(token);
    if (known !== undefined) return known;
    if (plainWord.test(token)) return noCategories;
    const found = messageWords(token).words.flatMap((word) => categoryOfWord.get(word) ?? noCategories);
    if (this.votesOf.size >= mostRemembered) this.votesOf.clear();
    this.votesOf.set(token, found);
    return found;
  }
}

function add(category: Category, weight: number, votes: Votes): void {
  const share = category === 'application' ? weight * applicationWeight : weight;
  votes.set(category, (votes.get(category) ?? 0) + share);
}
