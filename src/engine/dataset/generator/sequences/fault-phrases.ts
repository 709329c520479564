import { phrase } from './phrase';

/** Complaints of those who called a service that failed, and what they do about it. */
export const aftermath = {
  callFailed: phrase(
    [
      'Call to {peer} failed after {elapsed} ms, giving up {line}',
      '{line} cannot go on: {peer} failed',
      'No result from {peer}, {line} is abandoned',
    ],
    [
      '调用 {peer} 失败，已用 {elapsed} 毫秒，放弃 {line}',
      '{line} 无法继续：{peer} 失败',
      '未得到 {peer} 的结果，放弃 {line}',
    ],
  ),
  rolledBack: phrase(
    [
      'Work done so far was undone',
      'Rolled back {items} changes of this request',
      'Request undone, {items} reservations released',
    ],
    ['已撤销此前的操作', '已回滚本请求的 {items} 项更改', '请求已撤销，释放 {items} 项预留'],
  ),
  reported: phrase(
    ['Event {batch} recorded for the operators', 'Told the operators, ticket {batch}'],
    ['已为运维记录事件 {batch}', '已通知运维，工单 {batch}'],
  ),
  recovered: phrase(
    ['It worked at try {retry} after all, going on', 'Recovered by itself, going on with {line}'],
    ['第 {retry} 次尝试成功，继续处理', '已自行恢复，继续处理 {line}'],
  ),
  traceKept: phrase(
    ['Trace kept for 7 days', 'Sampling keeps this trace'],
    ['调用链保留 7 天', '采样保留本次调用链'],
  ),
} as const;

/** A first try that does not work, which may yet come right. */
export const strain = {
  slowPeer: phrase(
    ['{peer} has not answered for {waited} ms, waiting on', 'Still no answer from {peer} after {waited} ms'],
    ['{peer} 已 {waited} 毫秒无应答，继续等待', '等待 {peer} 已 {waited} 毫秒，仍无应答'],
  ),
  peerRetried: phrase(
    ['First connection to {peer}:{port} failed, trying again', 'Connecting to {peer}:{port} once more'],
    ['首次连接 {peer}:{port} 失败，正在重试', '再次连接 {peer}:{port}'],
  ),
  slowDatabase: phrase(
    ['Slow query on {database}: {waited} ms', '{database} took {waited} ms for a query'],
    ['{database} 查询较慢：{waited} 毫秒', '{database} 的一次查询耗时 {waited} 毫秒'],
  ),
  callRetried: phrase(
    ['{peer} answered with an error at try 1, trying again', 'Repeating the call to {peer}, try 2 of 3'],
    ['{peer} 第 1 次返回错误，正在重试', '重复调用 {peer}，第 2 次，共 3 次'],
  ),
  busy: phrase(
    ['{active} of 8 workers are busy', 'Queue of tasks grows: {count} wait'],
    ['8 个工作线程中有 {active} 个忙碌', '任务队列增长：{count} 个等待'],
  ),
  policyRead: phrase(
    ['Access policy read again, {count} rules', 'Checking the caller against {count} access rules'],
    ['已重新读取访问策略，共 {count} 条规则', '按 {count} 条访问规则检查调用方'],
  ),
} as const;

/** What went wrong, in the words of the service that noticed it. */
export const failures = {
  noAnswer: phrase(
    [
      'No answer from {peer} within {waited} ms',
      'Timed out waiting for {peer} after {waited} ms',
      'Deadline of {waited} ms passed, {peer} said nothing',
    ],
    [
      '{peer} 在 {waited} 毫秒内无应答',
      '等待 {peer} 超时（{waited} 毫秒）',
      '{waited} 毫秒期限已过，{peer} 未应答',
    ],
  ),
  readStalled: phrase(
    [
      'Answer of {peer} broke off: read timed out after {waited} ms',
      'Read from {peer} stalled for {waited} ms, timeout',
    ],
    ['{peer} 的应答中断：读取超时 {waited} 毫秒', '读取 {peer} 停滞 {waited} 毫秒，超时'],
  ),
  refused: phrase(
    [
      'Connection to {peer}:{port} refused',
      'Cannot connect to {peer}:{port}: connection refused',
      '{peer}:{port} refuses connections',
    ],
    ['连接 {peer}:{port} 被拒绝', '无法连接 {peer}:{port}：连接被拒', '{peer}:{port} 拒绝连接'],
  ),
  reset: phrase(
    ['Connection to {peer} lost: reset by peer', 'Connection reset while talking to {peer}:{port}'],
    ['与 {peer} 的连接断开：被对端重置', '与 {peer}:{port} 通信时连接被重置'],
  ),
  nameUnknown: phrase(
    [
      'Cannot resolve {peer}.internal.example: name not found',
      'Name lookup of {peer}.internal.example failed',
    ],
    ['无法解析 {peer}.internal.example：找不到名称', '查询 {peer}.internal.example 的域名失败'],
  ),
  deadlock: phrase(
    [
      'Deadlock in {database}, transaction {batch} rolled back',
      '{database} ended transaction {batch}: deadlock detected',
    ],
    ['{database} 发生死锁，事务 {batch} 已回滚', '{database} 终止事务 {batch}：检测到死锁'],
  ),
  databaseGone: phrase(
    [
      'Lost connection to database {database} during a query',
      'Database {database} closed the connection unexpectedly',
    ],
    ['查询期间与数据库 {database} 的连接丢失', '数据库 {database} 意外关闭连接'],
  ),
  constraint: phrase(
    [
      '{database} rejected a row: unique constraint violated, key {batch}',
      'Duplicate key {batch} in {database}, nothing written',
    ],
    ['{database} 拒绝写入：违反唯一约束，键 {batch}', '{database} 中键 {batch} 重复，未写入'],
  ),
  unhandled: phrase(
    [
      'Unhandled exception while serving {line}',
      'Internal error in handler of {line}: value is missing',
      '{line} crashed: index {quantity} out of range',
    ],
    [
      '处理 {line} 时出现未捕获的异常',
      '{line} 的处理程序内部错误：缺少值',
      '{line} 崩溃：索引 {quantity} 越界',
    ],
  ),
  peerError: phrase(
    [
      '{peer} answered 500 at try 3, as before',
      'Call to {peer} failed 3 times with status 500',
      '{peer} keeps failing with internal error 500',
    ],
    ['{peer} 第 3 次仍返回 500', '调用 {peer} 三次均失败，状态码 500', '{peer} 持续返回内部错误 500'],
  ),
  memory: phrase(
    ['Out of memory: heap of 512 MB is full', 'Allocation failed, {heap} MB wanted and none free'],
    ['内存不足：512 MB 堆内存已满', '内存分配失败，需要 {heap} MB，已无可用'],
  ),
  pool: phrase(
    [
      'Connection pool exhausted: 20 of 20 in use, {count} wait',
      'No free connection in the pool within {waited} ms',
    ],
    ['连接池耗尽：20/20 使用中，{count} 个等待', '{waited} 毫秒内连接池没有空闲连接'],
  ),
  disk: phrase(
    ['Cannot write: no space left on device', 'Write failed, volume is 100 % full'],
    ['无法写入：设备上没有剩余空间', '写入失败，磁盘已使用 100%'],
  ),
  files: phrase(
    ['Too many open files, limit is 1024', 'Cannot open a socket: 1024 of 1024 descriptors used'],
    ['打开的文件过多，上限 1024', '无法打开套接字：描述符 1024/1024 已用尽'],
  ),
  denied: phrase(
    [
      'Permission denied: role of the caller may not do {line}',
      'Access to {line} denied by policy {batch}',
      'Caller lacks the scope that {line} needs',
    ],
    ['权限不足：调用方角色不允许 {line}', '策略 {batch} 拒绝访问 {line}', '调用方缺少 {line} 所需的权限范围'],
  ),
  accountDenied: phrase(
    [
      'Service account may not read secret {batch}: permission denied',
      'Secret {batch} unreadable, access forbidden for this account',
    ],
    ['服务账号无权读取密钥 {batch}：权限不足', '密钥 {batch} 无法读取，该账号禁止访问'],
  ),
  tokenForeign: phrase(
    [
      'Token {token} was not signed by us, access refused',
      'Signature of {token} does not match, request unauthorised',
    ],
    ['令牌 {token} 非本系统签名，拒绝访问', '{token} 签名不符，请求未授权'],
  ),
} as const;
