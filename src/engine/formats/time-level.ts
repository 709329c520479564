import { layoutFormat } from './layout/layout-format';

/**
 * A time stamp and a level, with or without brackets, in either order: what most home-made loggers write.
 * Behind them may stand a name (kept) or a number (passed over) in brackets.
 */
export const timeLevel = layoutFormat(
  'time-level',
  [
    '[{time}] [~{level}~] [{component}] {message}',
    '[{time}] [~{level}~] {message}',
    '[{time}] {component:word}.{level}: {message}',
    '[{time}] {level}:~{message}',
    '[{time}] {level} {message}',
    '{time} [~{level}~] [{component}] {message}',
    '{time} [~{level}~] [{number}] {message}',
    '{time} [~{level}~] {component}: {message}',
    '{time} [~{level}~]{?:}~{message}',
    '{time} {level} [{component}] {message}',
    '{time} {level} [{number}] {message}',
    '{time} {level} ({component}) {message}',
    '{time} [{component}] {level}: {message}',
    '{time} [{component}] {level} {message}',
    '{time} [{number}] {level}:~{message}',
    '{time} [{number}] {level} {message}',
    '{time} {number} {level} {message}',
    '{time} | {level} | {message}',
    '{time} <{level}> {message}',
    '{time} {level}:~{message}',
    '{time} {level} {message}',
    '[{level}~] [{time}] {message}',
    '[{level}~] {time} {message}',
    '{level} [{time}] {message}',
    '{level} {time} {message}',
  ],
  [
    {
      line: '2026-06-12T09:41:07.250Z INFO cache warmed in 31 ms',
      time: '1781257267250000000',
      level: 'info',
      component: '',
      message: 'cache warmed in 31 ms',
    },
    {
      line: '[2026-06-12 09:41:07] [ERROR] [billing] invoice 7 was refused',
      time: '1781257267000000000',
      level: 'error',
      component: 'billing',
      message: 'invoice 7 was refused',
    },
    {
      line: '2026-06-12 09:41:07.250 [ warn ] slow query: 3 s',
      time: '1781257267250000000',
      level: 'warn',
      component: '',
      message: 'slow query: 3 s',
    },
    {
      line: '[2026-06-12T09:41:07.250+00:00] shop.DEBUG: price list loaded {"rows":9}',
      time: '1781257267250000000',
      level: 'debug',
      component: 'shop',
      message: 'price list loaded {"rows":9}',
    },
    {
      line: '2026-06-12 09:41:07.250 UTC [8123] ERROR:  relation "carts" does not exist',
      time: '1781257267250000000',
      level: 'error',
      component: '',
      message: 'relation "carts" does not exist',
    },
    {
      line: '2026-06-12 09:41:07 INFO [http-4] 12 requests served',
      time: '1781257267000000000',
      level: 'info',
      component: 'http-4',
      message: '12 requests served',
    },
    {
      line: '[INFO ] 2026-06-12 09:41:07 bye',
      time: '1781257267000000000',
      level: 'info',
      component: '',
      message: 'bye',
    },
  ],
);
