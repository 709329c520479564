import { layoutFormat } from './layout/layout-format';
import { pairFields } from './layout/pair-fields';

/** Kubernetes' klog and Google's glog: the component is the source file. */
export const klog = layoutFormat(
  'klog',
  ['{levelLetter}{time} {number=thread} {component:word}:{number=line}] {message}'],
  [
    {
      line: 'I0612 09:41:07.250123       1 scheduler.go:88] placed pod web-3 on node-7',
      time: '1781257267250123000',
      level: 'info',
      component: 'scheduler.go',
      message: 'placed pod web-3 on node-7',
    },
    {
      line: 'E1120 23:59:59.999999   48211 lease_keeper.cc:1033] lease lost: deadline exceeded',
      time: '1795219199999999000',
      level: 'error',
      component: 'lease_keeper.cc',
      message: 'lease lost: deadline exceeded',
    },
    {
      line: 'W20260612 09:41:07.250123 77 cache/warm.go:5] cache is cold',
      time: '1781257267250123000',
      level: 'warn',
      component: 'cache/warm.go',
      message: 'cache is cold',
    },
    {
      line: 'I0612 09:41:07.250123       1 pods.go:31] "Pod is ready" pod="shop/web-3" node="node-7" took="3.2s"',
      time: '1781257267250123000',
      level: 'info',
      component: 'pods.go',
      message: '"Pod is ready" pod="shop/web-3" node="node-7" took="3.2s"',
      fields: { line: '31', pod: 'shop/web-3', took: '3.2s' },
    },
  ],
  { messageFields: pairFields },
);
