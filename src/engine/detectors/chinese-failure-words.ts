import type { PhraseGroup } from './failure-gravity';

/** Chinese words of failure. Nothing stands between words there: they are found anywhere in the text. */
export const chineseFailurePhrases: readonly PhraseGroup[] = [
  {
    gravity: 'disaster',
    phrases: [
      '内存不足',
      '内存溢出',
      '段错误',
      '核心已转储',
      '崩溃',
      '致命',
      '磁盘空间不足',
      '磁盘已满',
      '空间不足',
      '只读文件系统',
      '数据丢失',
      '数据损坏',
    ],
  },
  {
    gravity: 'outage',
    phrases: [
      '拒绝连接',
      '连接被拒绝',
      '连接拒绝',
      '连接被重置',
      '连接重置',
      '连接断开',
      '连接中断',
      '连接失败',
      '连接超时',
      '死锁',
      '证书过期',
      '证书已过期',
      '握手失败',
      '不可达',
      '无法访问',
      '无响应',
      '服务不可用',
      '损坏',
      '校验失败',
      '认证失败',
      '鉴权失败',
      '验证失败',
      '耗尽',
    ],
  },
  {
    gravity: 'failure',
    phrases: [
      '错误',
      '失败',
      '异常',
      '权限不足',
      '没有权限',
      '权限被拒绝',
      '拒绝访问',
      '无法',
      '不能',
      '中止',
      '找不到',
      '未找到',
    ],
  },
  { gravity: 'refusal', phrases: ['拒绝', '无效', '非法', '超时', '过期', '丢弃', '缺少'] },
];

/** What Chinese puts directly before a failure word to turn it round. */
export const chineseNegations: readonly string[] = [
  '没有',
  '无',
  '未发现',
  '未出现',
  '未发生',
  '未检测到',
  '零',
];

/** What tells that a failure is being dealt with. */
export const chineseRemedies: readonly string[] = ['重试', '已恢复', '恢复正常', '已忽略', '重连', '已解决'];
