import type { InstructionSet } from './instruction-set';

export const chineseInstructions: InstructionSet = {
  system: '你负责阅读软件系统的日志，并判断其内容是正常还是异常。',
  verdicts: { normal: '正常', anomalous: '异常' },
  categories: {
    system: '系统',
    network: '网络',
    database: '数据库',
    application: '应用',
    security: '安全',
  },
  separator: '',
  patterns: [
    {
      instruction: '判断下面的日志序列是正常还是异常，并说明理由。',
      input: '{log}',
      normal: '{verdict}。这 {count} 条日志均属正常运行，没有偏离。',
      anomalous: '{verdict}。[[类别：{category}。]][[{reasons}]]',
    },
    {
      instruction: '以下日志属于同一个过程。其中是否存在问题？如果存在，请指出问题的类别和原因。',
      input: '{log}',
      normal: '{verdict}。这 {count} 条日志中没有发现问题。',
      anomalous: '{verdict}。[[问题类别为{category}。]][[{reasons}]]',
    },
    {
      instruction: '请像值班工程师那样检查 {source} 的这段日志：先给出结论，再说明依据。',
      input: '{log}',
      normal: '{verdict}。这 {count} 条日志都是系统健康时的常规输出。',
      anomalous: '{verdict}。[[类别：{category}。]][[依据：{reasons}]]',
    },
  ],
};
