import { layoutFormat } from './layout/layout-format';

/**
 * MySQL's and MariaDB's slow query log: a block from one `# Time:` to the next is one record. Where a server leaves that
 * line out of a second's later queries, they stay with the first.
 */
export const mysqlSlow = layoutFormat(
  'mysql-slow',
  ['{messageFromHere}# Time: {time}~'],
  [
    {
      line: '# Time: 2026-06-12T09:41:07.250123Z',
      time: '1781257267250123000',
      level: 'none',
      component: '',
      message: '# Time: 2026-06-12T09:41:07.250123Z',
    },
    {
      line: '# Time: 260612  9:41:07',
      time: '1781257267000000000',
      level: 'none',
      component: '',
      message: '# Time: 260612  9:41:07',
    },
    {
      line: '# Time: 260612 19:41:07',
      time: '1781293267000000000',
      level: 'none',
      component: '',
      message: '# Time: 260612 19:41:07',
    },
  ],
  { continuations: ['{message}'] },
);
