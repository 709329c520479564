import type { DefaultRow } from './default-row';

/** Queries, transactions, pools, replicas, schemas. */
export const databaseRows = [
  {
    id: 'deadlock',
    severity: 'high',
    title: 'deadlock',
    hint: 'Two transactions lock the same rows in different order: look at both statements.',
    keywords: 'deadlock, deadlocks, deadlocked, deadlock detected, deadlock found',
    chinese: '死锁',
  },
  {
    id: 'lock-timeout',
    severity: 'high',
    title: 'lock wait timed out',
    hint: 'Find the transaction that holds the lock: a long one, or one that was never ended.',
    keywords: `
      lock wait timeout, lock timeout, lock timed out, lock acquisition timed out, could not obtain lock,
      could not acquire lock, failed to acquire lock, unable to acquire lock, waiting for lock,
      still waiting for … lock, database is locked, table is locked`,
    chinese: '锁等待超时, 获取锁失败, 获取锁超时',
  },
  {
    id: 'pool-exhausted',
    severity: 'high',
    title: 'connection pool exhausted',
    hint: 'Connections are not given back, or held too long by slow queries: look at what is slow since then.',
    keywords: `
      pool exhausted, pool is exhausted, connection pool … exhausted, pool … exhausted,
      pool size … reached, pool … timed out, pool is full, no available connections,
      no connections available, connection is not available, unable to acquire a connection,
      unable to acquire connection, timed out waiting for a connection,
      timeout waiting for connection from pool, waiting for a free connection, waiting for a connection,
      connection leak, pool … waiting`,
    chinese: '连接池耗尽, 连接池已满, 无可用连接, 获取连接超时',
  },
  {
    id: 'too-many-connections',
    severity: 'high',
    title: 'too many connections',
    hint: 'Count the connections of each client; one opens more than it closes, or there are more clients than planned.',
    keywords: `
      too many connections, too many clients, connection limit exceeded, connection limit reached,
      remaining connection slots, max connections reached, maximum number of connections`,
    chinese: '连接数过多, 连接数已满, 超过最大连接数',
  },
  {
    id: 'slow-query',
    severity: 'medium',
    title: 'slow query',
    hint: 'Look at its plan, and at what changed: an index, the amount of data, the load beside it.',
    keywords: `
      slow query, slow queries, slow sql, slow statement, slow transaction, long running query,
      long running transaction, query … too long, query took, full table scan, sequential scan on`,
    chinese: '慢查询, 慢 sql, 全表扫描',
    level: 'warn',
  },
  {
    id: 'query-cancelled',
    severity: 'medium',
    title: 'query cancelled',
    hint: 'It ran longer than allowed: look at its plan and at the load beside it.',
    keywords: `
      canceling statement, statement timeout, query timeout, query timed out,
      query execution was interrupted, query cancelled, query canceled`,
    chinese: '查询超时',
  },
  {
    id: 'transaction-failed',
    severity: 'medium',
    title: 'transaction failed',
    hint: 'Read the first error within the transaction: all that follows are consequences.',
    keywords: `
      transaction failed, transaction aborted, transaction rolled back, transaction … rolled back,
      rolling back transaction, could not commit, commit failed, failed to commit, could not serialize,
      serialization failure, rollback failed, optimistic lock`,
    chinese: '事务回滚, 事务失败, 提交失败',
    level: 'warn',
  },
  {
    id: 'constraint-violated',
    severity: 'medium',
    title: 'constraint violated',
    hint: 'The data breaks a rule of the schema: sent twice, or in the wrong order?',
    keywords: `
      duplicate key, duplicate entry, unique constraint, foreign key constraint, constraint violation,
      violates … constraint, integrity constraint, not null constraint`,
    chinese: '主键冲突, 唯一约束, 违反约束',
  },
  {
    id: 'replication-lag',
    severity: 'medium',
    title: 'replica lags behind',
    hint: 'Is the replica overloaded, or one large transaction still being applied?',
    keywords: `
      replication lag, replica lag, replica … lag, replica … behind, seconds behind master,
      lagging behind, replica is behind, standby … behind, follower … behind`,
    chinese: '主从延迟, 复制延迟, 同步延迟',
    level: 'warn',
  },
  {
    id: 'replication-broken',
    severity: 'high',
    title: 'replication broken',
    hint: 'Replicas serve old data from here on: look at the first error of the replica.',
    keywords: `
      replication failed, replication error, replication stopped, replication … broken, replica … failed,
      under replicated, not enough replicas, split brain, lost quorum, no quorum, leader … lost,
      no leader, primary is down, master is down`,
    chinese: '复制中断, 主从同步失败, 脑裂',
  },
  {
    id: 'migration-failed',
    severity: 'high',
    title: 'schema migration failed',
    hint: 'Which step failed, and is the schema half changed? Compare schema and version before you try again.',
    keywords: `
      migration failed, migration … failed, failed to migrate, failed to apply migration,
      migration error, schema mismatch, schema version mismatch, relation … does not exist,
      table … does not exist, table … doesn t exist, no such table, column … does not exist,
      unknown column, no such column, undefined column`,
    chinese: '迁移失败, 表不存在, 字段不存在',
  },
  {
    id: 'sql-error',
    severity: 'medium',
    title: 'SQL error',
    hint: 'Read the statement: a change of it or of the schema does not fit the other.',
    keywords: `
      sql syntax, sql exception, sql error, sqlstate, database error, query failed,
      failed to execute query, bad sql grammar`,
    chinese: '数据库异常, 数据库错误, 执行失败',
    level: 'warn',
  },
  {
    id: 'database-unavailable',
    severity: 'critical',
    title: 'database unavailable',
    hint: 'Does the database run, and is it reached? All that needs it fails from here on.',
    keywords: `
      database … unavailable, database is down, database system is shutting down,
      database system is starting up, database … unreachable, lost connection to database,
      database connection lost, database connection failed, could not connect to database,
      failed to connect to database, server has gone away`,
    chinese: '数据库不可用, 数据库连接失败, 数据库连接断开',
    level: 'warn',
  },
  {
    id: 'cache-failure',
    severity: 'medium',
    title: 'cache lost or full',
    hint: 'Without the cache the database behind it takes the load: look there too.',
    keywords: `
      cache … unavailable, cache connection, cache miss storm, maxmemory, evicted keys,
      command not allowed when used memory`,
    chinese: '缓存不可用, 缓存击穿, 缓存雪崩',
    level: 'warn',
  },
] as const satisfies readonly DefaultRow[];
