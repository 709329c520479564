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
    invoice, parse, render, build, test, deploy, deployment, release, module, class, null, undefined, event, message,
    异常, 任务, 队列, 配置, 服务, 订单, 消息`,
} as const satisfies Readonly<Record<Category, string>>;

/** What passes messages on is an application too, and says so outright. */
const messaging = `
    kafka, rabbitmq, activemq, pulsar, nats, mqtt, amqp, broker, brokers, topic, topics, partition, partitions, offset, offsets,
    consumer, consumers, producer, producers, subscription, subscriber, 消费者, 生产者`;
/** Words that databases share with whatever else is kept in several copies. */
const alsoOfOthers = 'replica, replication, primary, standby, checkpoint, commit, index, lock, table';

/** What a word says for a category. */
interface Vote {
  readonly category: Category;
  readonly weight: number;
}

/** A component's name says what all its messages are about. */
const componentWeight = 2;
/** What only says that something is wrong, or that a program has parts, is outvoted by what it is about. */
const halfWeight = 0.5;
const mostTokens = 64;

const listed = (words: string): string[] => words.split(',').map((word) => word.trim());
const votesOfWord = new Map<string, readonly Vote[]>();
const chinese: (readonly [word: string, vote: Vote])[] = [];
const order = Object.keys(wordsOf) as Category[];
for (const word of listed(messaging)) enter(word, { category: 'application', weight: 1 });
for (const word of listed(alsoOfOthers)) enter(word, { category: 'database', weight: halfWeight });
for (const category of order)
  for (const word of listed(wordsOf[category]))
    enter(word, { category, weight: category === 'application' ? halfWeight : 1 });

/** The first vote of a word counts. */
function enter(word: string, vote: Vote): void {
  if (/\p{Script=Han}/u.test(word)) chinese.push([word, vote]);
  else if (!votesOfWord.has(word)) votesOfWord.set(word, [vote]);
}

type Votes = Map<Category, number>;

/** Most tokens: one word as it stands. */
const plainWord = /^[a-z]+$/;
const ideograph = /\p{Script=Han}/u;
const noVotes: readonly Vote[] = [];
const mostRemembered = 20_000;

/**
 * Guesses what messages concern for which there is no rule. Messages are made of the same few tokens, so what each of them votes
 * for is remembered.
 */
export class CategoryGuess {
  private readonly votesOf = new Map<string, readonly Vote[]>();

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

  private vote(tokens: readonly string[], times: number, votes: Votes): void {
    for (const token of tokens) for (const vote of this.votesIn(token)) add(vote, times, votes);
    if (!tokens.some((token) => ideograph.test(token))) return;
    const text = tokens.join(' ');
    for (const [word, vote] of chinese) if (text.includes(word)) add(vote, times, votes);
  }

  private votesIn(token: string): readonly Vote[] {
    const known = plainWord.test(token) ? votesOfWord.get(token) : this.votesOf.get(token);
    if (known !== undefined) return known;
    if (plainWord.test(token)) return noVotes;
    const found = messageWords(token).words.flatMap((word) => votesOfWord.get(word) ?? noVotes);
    if (this.votesOf.size >= mostRemembered) this.votesOf.clear();
    this.votesOf.set(token, found);
    return found;
  }
}

function add({ category, weight }: Vote, times: number, votes: Votes): void {
  votes.set(category, (votes.get(category) ?? 0) + times * weight);
}
