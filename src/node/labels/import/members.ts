import type { LabelVerdict } from '../../../engine/labels/label';

/** By member: what columns and members of other programs' files are called, in lower case and without what parts words. */
const names = {
  line: ['line', 'linenumber', 'lineno', 'lineid', '行', '行号'],
  endLine: ['endline', 'lastline', 'toline', '结束行', '结束行号'],
  template: ['template', 'pattern', 'eventtemplate', '模板', '日志模板'],
  session: ['session', 'sessionid', 'sessionname', 'id', 'blockid', '会话'],
  label: [
    'label',
    'verdict',
    'anomaly',
    'isanomaly',
    'anomalous',
    'isanomalous',
    'abnormal',
    'isabnormal',
    '标签',
    '标注',
    '是否异常',
  ],
  category: ['category', '类别', '分类'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', '备注', '说明'],
  by: ['by', 'author', 'labeledby', 'labelledby', 'annotator', '标注人'],
  at: ['at', 'labeledat', 'labelledat', '标注时间'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Member = keyof typeof names;

const byName = new Map<string, Member>(
  Object.entries(names).flatMap(([member, called]) =>
    called.map((name) => [name, member as Member] as const),
  ),
);

/** Undefined for what labels have not. */
export function memberOf(name: string): Member | undefined {
  return byName.get(name.toLowerCase().replace(/[\s_.-]+/g, ''));
}

/** A closed list: a word that is not in it may mean either. `-` is how the logs of supercomputers mark what is no alert. */
const words: Readonly<Record<LabelVerdict, ReadonlySet<string>>> = {
  normal: new Set(['normal', '0', 'false', 'no', '-', '正常', '否']),
  anomalous: new Set(['anomalous', 'anomaly', 'abnormal', '1', 'true', 'yes', '异常', '是']),
};

export const verdictWords = 'normal, anomalous, 0, 1, true, false, 正常, 异常';

/** Undefined for a word of neither. */
export function verdictOf(word: string): LabelVerdict | undefined {
  const said = word.toLowerCase();
  if (words.normal.has(said)) return 'normal';
  return words.anomalous.has(said) ? 'anomalous' : undefined;
}
