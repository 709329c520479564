import { layoutFormat } from './layout/layout-format';

/** Android's logcat: threadtime (its default), Android Studio's copy of it, brief, and time. */
export const androidLogcat = layoutFormat(
  'android-logcat',
  [
    '{time} {number} {number} {levelLetter} {component:text}:~{message}',
    '{time} {number}-{number}/{word} {levelLetter}/{component:text}: {message}',
    '{time} {levelLetter}/{component:text}(~{number}): {message}',
    '{levelLetter}/{component:text}(~{number}): {message}',
  ],
  [
    {
      line: '06-12 09:41:07.250  1423  1511 W BatteryWatch: level dropped to 4',
      time: '1781257267250000000',
      level: 'warn',
      component: 'BatteryWatch',
      message: 'level dropped to 4',
    },
    {
      line: '06-12 09:41:07.251  1423  1423 D Sync    : queue: 3 of 7',
      time: '1781257267251000000',
      level: 'debug',
      component: 'Sync',
      message: 'queue: 3 of 7',
    },
    {
      line: '2026-06-12 09:41:07.250 1423-1511/com.example.notes E/NoteStore: cannot open notes.db',
      time: '1781257267250000000',
      level: 'error',
      component: 'NoteStore',
      message: 'cannot open notes.db',
    },
    {
      line: '06-12 09:41:07.250 I/Camera  (  902): lens ready',
      time: '1781257267250000000',
      level: 'info',
      component: 'Camera',
      message: 'lens ready',
    },
    {
      line: 'V/Camera  (  902): frame 7',
      time: null,
      level: 'trace',
      component: 'Camera',
      message: 'frame 7',
    },
  ],
);
