import { layoutFormat } from './layout/layout-format';

/** Python's logging with its usual format strings, and loguru's default. */
export const pythonLogging = layoutFormat(
  'python-logging',
  [
    '{time} - {component} - {level} - {message}',
    '{time} | {level} | {component:text} - {message}',
    '{time} - {level} - {component} - {message}',
    '{time} - {level} - {message}',
    '{time} {component} {level} {message}',
    '{level}:{component:word}:{message}',
  ],
  [
    {
      line: '2026-06-12 09:41:07,250 - shop.cart - WARNING - cart 7 is empty',
      time: '1781257267250000000',
      level: 'warn',
      component: 'shop.cart',
      message: 'cart 7 is empty',
    },
    {
      line: '2026-06-12 09:41:07.250 | SUCCESS  | shop.cart:close:31 - cart 7 closed',
      time: '1781257267250000000',
      level: 'info',
      component: 'shop.cart:close:31',
      message: 'cart 7 closed',
    },
    {
      line: '2026-06-12 09:41:07,250 - CRITICAL - out of disk',
      time: '1781257267250000000',
      level: 'fatal',
      component: '',
      message: 'out of disk',
    },
    {
      line: '2026-06-12 09:41:07,250 shop.cart DEBUG price list is 3 h old',
      time: '1781257267250000000',
      level: 'debug',
      component: 'shop.cart',
      message: 'price list is 3 h old',
    },
    {
      line: 'ERROR:shop.cart:cannot reach the bank',
      time: null,
      level: 'error',
      component: 'shop.cart',
      message: 'cannot reach the bank',
    },
  ],
);
