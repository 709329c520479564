import type { Category } from '../../../model/finding';
import type { ShopLevel } from '../step';
import { failures, strain } from './fault-phrases';
import { type Phrase, phrase } from './phrase';

/** `call`: a caller notices that the service it calls fails it. `database`: of a service that has one. `service`: any but the first. */
export type FaultPlace = 'call' | 'database' | 'service';

export interface Failure {
  readonly said: Phrase;
  /** A sentence for people: what went wrong; `{record}` is where it is said, counted from 1. */
  readonly reason: Phrase;
}

/** A kind of fault that requests suffer. */
export interface Fault {
  readonly name: string;
  readonly category: Category;
  readonly place: FaultPlace;
  /** Level of what says it. */
  readonly level: ShopLevel;
  /** What the request is answered with. */
  readonly status: number;
  /** What may come before it, and comes right now and then. */
  readonly strain: Phrase;
  /** Milliseconds its strain typically lasts until somebody says so; 400 if left out. */
  readonly strainTakes?: number;
  /** Milliseconds after which somebody gives up, the strain's included; left out where nobody waits for a limit. */
  readonly limits?: readonly number[];
  readonly failures: readonly Failure[];
}

const timeout: Fault = {
  ...{
    name: 'timeout',
    category: 'network',
    place: 'call',
    level: 'ERROR',
    status: 504,
    strain: strain.slowPeer,
    limits: [800, 1500, 3000, 5000],
  },
  failures: [
    {
      said: failures.noAnswer,
      reason: phrase(
        ['{service} waited for {peer} until its time limit ran out (record {record}).'],
        ['{service} 等待 {peer} 直至超时（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.readStalled,
      reason: phrase(
        ['The answer of {peer} to {service} stopped half-way and timed out (record {record}).'],
        ['{peer} 对 {service} 的应答中途停止并超时（第 {record} 条记录）。'],
      ),
    },
  ],
};

const connection: Fault = {
  ...{
    name: 'connection',
    category: 'network',
    place: 'call',
    level: 'ERROR',
    status: 503,
    strain: strain.peerRetried,
  },
  failures: [
    {
      said: failures.refused,
      reason: phrase(
        ['{service} could not connect to {peer}, which refused (record {record}).'],
        ['{service} 无法连接 {peer}，连接被拒绝（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.reset,
      reason: phrase(
        ['The connection from {service} to {peer} was reset (record {record}).'],
        ['{service} 到 {peer} 的连接被重置（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.nameUnknown,
      reason: phrase(
        ['{service} could not find the address of {peer} (record {record}).'],
        ['{service} 无法解析 {peer} 的地址（第 {record} 条记录）。'],
      ),
    },
  ],
};

const database: Fault = {
  ...{
    name: 'database',
    category: 'database',
    place: 'database',
    level: 'ERROR',
    status: 500,
    strain: strain.slowDatabase,
    strainTakes: 1400,
  },
  failures: [
    {
      said: failures.deadlock,
      reason: phrase(
        ['Two transactions of {service} locked each other out in {database} (record {record}).'],
        ['{service} 的两个事务在 {database} 中互相锁死（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.databaseGone,
      reason: phrase(
        ['{database} dropped the connection of {service} (record {record}).'],
        ['{database} 断开了 {service} 的连接（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.constraint,
      reason: phrase(
        ['{database} did not take what {service} wrote, its key was there already (record {record}).'],
        ['{database} 未接受 {service} 写入的数据，键已存在（第 {record} 条记录）。'],
      ),
    },
  ],
};

const failedCall: Fault = {
  ...{
    name: 'failed-call',
    category: 'application',
    place: 'call',
    level: 'ERROR',
    status: 502,
    strain: strain.callRetried,
  },
  failures: [
    {
      said: failures.peerError,
      reason: phrase(
        ['{peer} failed each time {service} called it (record {record}).'],
        ['{service} 每次调用 {peer} 都失败（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.unhandled,
      reason: phrase(
        ['A fault in the code of {service} ended the request (record {record}).'],
        ['{service} 的代码错误使请求中断（第 {record} 条记录）。'],
      ),
    },
  ],
};

const resources: Fault = {
  ...{
    name: 'resources',
    category: 'system',
    place: 'service',
    level: 'ERROR',
    status: 503,
    strain: strain.busy,
  },
  failures: [
    {
      said: failures.memory,
      reason: phrase(
        ['{service} had no memory left (record {record}).'],
        ['{service} 内存耗尽（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.pool,
      reason: phrase(
        ['All connections of {service} were in use (record {record}).'],
        ['{service} 的连接全部被占用（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.disk,
      reason: phrase(
        ['The disk of {service} was full (record {record}).'],
        ['{service} 的磁盘已满（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.files,
      reason: phrase(
        ['{service} had as many files open as it may (record {record}).'],
        ['{service} 打开的文件数达到上限（第 {record} 条记录）。'],
      ),
    },
  ],
};

const permission: Fault = {
  ...{
    name: 'permission',
    category: 'security',
    place: 'service',
    level: 'WARN',
    status: 403,
    strain: strain.policyRead,
  },
  failures: [
    {
      said: failures.denied,
      reason: phrase(
        ['{service} did not allow the caller what it asked for (record {record}).'],
        ['{service} 拒绝了调用方的请求，权限不足（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.accountDenied,
      reason: phrase(
        ['{service} was not allowed to read a secret it needs (record {record}).'],
        ['{service} 无权读取所需的密钥（第 {record} 条记录）。'],
      ),
    },
    {
      said: failures.tokenForeign,
      reason: phrase(
        ['{service} was shown a token with a wrong signature (record {record}).'],
        ['{service} 收到签名错误的令牌（第 {record} 条记录）。'],
      ),
    },
  ],
};

/** Two of the six concern the network. */
export const faults: readonly Fault[] = [timeout, connection, database, failedCall, resources, permission];
