import type { ShopEvent } from '../playback';
import { troublePhrases } from './trouble-phrases';
import { workPhrases } from './work-phrases';

interface Phrase {
  readonly english: RegExp;
  readonly chinese: string;
}

/** Troubles first: their phrases are longer ones of those of work. */
const phrases: readonly Phrase[] = [...troublePhrases, ...workPhrases].map(([english, chinese]) => ({
  english: new RegExp(
    `^${english
      .split(/\{\d\}/)
      .map(literal)
      .join('(.+?)')}$`,
  ),
  chinese,
}));

/** The same record, told in Chinese. Its continuation and what programs print by themselves stay as they are. */
export function inChinese(event: ShopEvent): ShopEvent {
  const [message, ...continuation] = event.lines;
  return { ...event, lines: [told(message), ...continuation] };
}

function told(message: string): string {
  for (const { english, chinese } of phrases) {
    const values = english.exec(message);
    if (values !== null) return chinese.replace(/\{(\d)\}/g, (_, index) => values[Number(index) + 1]);
  }
  return message;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
