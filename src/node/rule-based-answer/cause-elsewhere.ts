import type { Incident } from '../../engine/model/incident';

/** A caller that tells of somebody else who failed or kept silent. */
const complaints = [
  /\b(?:calls?|calling|requests?|connections?|connect(?:ing)?|dial(?:l?ing)?) (?:to|with|from) .{1,120}(?:fail|refused|reset|tim(?:ed|ing) ?-?out|time-?out|closed|lost|aborted|unreachable)/i,
  /\bconnections? (?:was |were |has been |have been )?(?:refused|reset|closed|lost|aborted|timed out)|\b(?:giv(?:e|es|en|ing)|gave) up\b/i,
  /\bno (?:answer|response|reply)\b|\b(?:did|does|do) ?n[o'’]t (?:answer|respond|reply)/i,
  /\bupstream\b|\bdownstream\b|\bbackends?\b|\bdepend(?:s|ed|ency|encies)\b|\b(?:bad gateway|gateway time-?out)\b|\bunavailable\b|\bcircuit (?:breaker )?(?:is )?open|\bcircuit breaker\b/i,
  /\b(?:error|status|code|answered|returned|responded(?: with)?|got) (?:HTTP )?50[234]\b/i,
  /上游|下游|后端|依赖|网关(?:超时|错误)|服务不可用|熔断|无(?:应答|响应)|(?:没有|未)(?:应答|响应|回应|答复)|调用.{0,60}失败|连接.{0,60}(?:超时|拒绝|重置|断开|失败)|放弃|返回 ?50[234]/,
];
/** That a program ended and was started again, which is what others see of whatever ended it. */
const endings =
  /\b(?:was|were|been|got) (?:killed|terminated)\b|\bexit(?:ed)?(?: with)? (?:code|status)\b|\bkilled by signal\b|\brestart(?:s|ed|ing)?\b|\bstart(?:s|ed|ing)? .{1,60} again\b|被(?:终止|杀死)|退出码|重启|(?:重新|再次)启动/i;
/** What runs out, expires, is refused for a reason or was changed: who names it says why. */
const reasons =
  /certificat|\btls\b|handshake|resol(?:ve|ution)|\bdns\b|no such host|name or service|\bpools?\b|descriptor|open files|\bdisk\b|\bspace left\b|no space|memory|\bheap\b|\boom\b|deadlock|\block(?:s|ed)?\b|permission|denied|unauthori[sz]ed|forbidden|password|credential|quota|rate.?limit|\b429\b|too many|read-only|\bprimary\b|\bindex\b|slow (?:sql )?quer|null ?pointer|exception|\bsyntax\b|\binvalid\b|configur|deploy|rollout|new version|rolled|证书|解析|域名|连接池|描述符|句柄|磁盘|空间|内存|死锁|权限|拒绝访问|密码|口令|配额|限流|请求过多|过多|只读|主库|主节点|索引|慢查询|空指针|异常类|配置|部署|发布|新版本/i;
/** Which of several machines it happened on: where others do not complain, that one is a lead. */
const places = /\b(?:host|hostname|node|pod|instance|zone|shard|server)[=:] ?["']?\w/i;

/**
 * Whether all that is known of an incident is what others say of somebody who failed: callers who got no answer, a supervisor whose
 * program ended. That names a victim's complaint and no cause; the cause is in lines this log does not have.
 */
export function liesElsewhere({ timeline }: Incident): boolean {
  const signs = timeline.filter(({ role }) => role !== 'end');
  return signs.length > 0 && signs.every(({ text }) => blamesOthers(text));
}

function blamesOthers(text: string): boolean {
  if (reasons.test(text) || places.test(text)) return false;
  return endings.test(text) || complaints.some((pattern) => pattern.test(text));
}
