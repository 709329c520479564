import { layoutFormat } from './layout/layout-format';

/** A level and no time: build tools, consoles, systemd units that leave the time to the journal. */
export const levelOnly = layoutFormat(
  'level',
  [
    '[~{level}~] {message}',
    '【~{level}~】~{message}',
    '{level}:~{message}',
    '{level}：~{message}',
    '{level} - {message}',
    '{level} | {message}',
  ],
  [
    {
      line: '[WARNING] 3 tests skipped',
      time: null,
      level: 'warn',
      component: '',
      message: '3 tests skipped',
    },
    { line: 'ERROR: no rule for x.o', time: null, level: 'error', component: '', message: 'no rule for x.o' },
    {
      line: 'info - listening on 8080',
      time: null,
      level: 'info',
      component: '',
      message: 'listening on 8080',
    },
    { line: '严重：无法启动', time: null, level: 'fatal', component: '', message: '无法启动' },
    { line: 'INFO:     shutting down', time: null, level: 'info', component: '', message: 'shutting down' },
  ],
);
