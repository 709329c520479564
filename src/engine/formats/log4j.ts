import { layoutFormat } from './layout/layout-format';

/** The usual patterns of log4j, logback, log4net and NLog: a logger name as component, often a thread in brackets. */
export const log4j = layoutFormat(
  'log4j',
  [
    '{time} {level} {number} --- [{text}] {component} : {message}',
    '{time} {level} [{text}] {component}: {message}',
    '{time} {level} [{text}] {component} - {message}',
    '{time} {level} [{text}] ({text}) {message}',
    '{time} [{text}] {level} {component}: {message}',
    '{time} [{text}] {level} {component} - {message}',
    '{time} - {level} [{component:text}] - {message}',
    '{time} {level} {component} [{text}] {message}',
    '{time} {level} {component} - {message}',
    '{time} {level} {component}: {message}',
    '{time} {number} {level} {component}: {message}',
    '{level} [{time}] {component}: {message}',
    '{level} {time} [{text}] {component} - {message}',
    '{level} {time} {component}: {message}',
    '{number} [{text}] {level} {component} - {message}',
  ],
  [
    {
      line: '2026-06-12 09:41:07,250 INFO [main] org.example.Boot: ready in 3.2 s',
      time: '1781257267250000000',
      level: 'info',
      component: 'org.example.Boot',
      message: 'ready in 3.2 s',
    },
    {
      line: '2026-06-12 09:41:07.250 [pool-2 worker 7] ERROR o.e.Store - write failed: disk full',
      time: '1781257267250000000',
      level: 'error',
      component: 'o.e.Store',
      message: 'write failed: disk full',
    },
    {
      line: '2026-06-12 09:41:07.250  WARN 8123 --- [  restartedMain] o.e.web.Port             : port 80 is taken',
      time: '1781257267250000000',
      level: 'warn',
      component: 'o.e.web.Port',
      message: 'port 80 is taken',
    },
    {
      line: '26/06/12 09:41:07 INFO exec.Runner$Task: task 3 of 8 ends',
      time: '1781257267000000000',
      level: 'info',
      component: 'exec.Runner$Task',
      message: 'task 3 of 8 ends',
    },
    {
      line: '260612 094107 148 DEBUG dfs.Reader: block 7 is warm',
      time: '1781257267000000000',
      level: 'debug',
      component: 'dfs.Reader',
      message: 'block 7 is warm',
    },
    {
      line: 'FATAL 2026-06-12 09:41:07,250 [main] org.example.Boot - no configuration',
      time: '1781257267250000000',
      level: 'fatal',
      component: 'org.example.Boot',
      message: 'no configuration',
    },
    {
      line: '176 [main] TRACE org.example.Sort - 9 rows',
      time: null,
      level: 'trace',
      component: 'org.example.Sort',
      message: '9 rows',
    },
  ],
);
