import type { Event } from '../events';
import { clock, day, spaced } from '../stamps';
import type { Writers } from './writer';

const chinese = { debug: '调试', info: '信息', warn: '警告', error: '错误', fatal: '致命' } as const;

/** Logs no format is for. */
export const unformatted: Writers = {
  'learned header': (e) => `n${e.pid} | ${spaced(e)} | zone-a | ${e.level.toUpperCase()} | ${e.message}`,
  'plain text': (e) => `${e.component} ${e.message}`,
  'time only': (e) => `${spaced(e)} ${e.message}`,
  'day first': (e) => `${dayFirst(e)} ${e.level.toUpperCase()} ${e.message}`,
  chinese: (e) => `${spaced(e)} 【${chinese[e.level]}】${e.message}`,
};

function dayFirst(event: Event): string {
  const [year, month, date] = day(event).split('-');
  return `${date}/${month}/${year} ${clock(event)}`;
}
