import { pick, type Random } from '../draws';
import { type LogLanguage, phrase } from './phrase';
import { databaseOfService } from './places';
import type { Story } from './story';
import { filled } from './wording';

const shownBy = phrase(
  ['Records {records} show it.', 'It shows in records {records}.'],
  ['第 {records} 条记录可以看出。', '见第 {records} 条记录。'],
);
const overcame = phrase(
  ['A difficulty (record {record}) came right by itself, and the request was served.'],
  ['第 {record} 条记录的异常已自行恢复，请求正常完成。'],
);

/** Why a story is what it is, in sentences for people; none where nothing is to be said. Records are counted from 1. */
export function explained(story: Story, language: LogLanguage, random: Random): string[] {
  const { mishap, overcome, signs } = story;
  const told = (sentence: typeof shownBy, values: Readonly<Record<string, string>>) =>
    filled(pick(random, sentence[language]), values);
  if (overcome !== null) return [told(overcame, { record: String(overcome + 1) })];
  if (mishap === null) return [];
  const { service, peer = service } = mishap.place;
  const database = databaseOfService(service) ?? '';
  return [
    told(mishap.failure.reason, { service, peer, database, record: String(mishap.at + 1) }),
    told(shownBy, { records: signs.map((sign) => sign + 1).join(language === 'zh' ? '、' : ', ') }),
  ];
}
