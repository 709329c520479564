import { isAscii, isUtf8 } from './utf8-validity';

/**
 * Hanzi that make up a good third of any Chinese text, of logs above all: function words, numbers, and the words
 * programs use of themselves. Bytes of another encoding read as GB18030 hit them once in twenty characters at most.
 */
const common: ReadonlySet<string> = new Set(
  [
    '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经',
    '十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全',
    '表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题程展五果料象员',
    '错误失败成功警告异常信息调试启动停止连接断开请求响应服务器数据库用户登录密码文件目录读写取存删除添更新查询接口网络端口超时重试',
    '任务线程进程内存磁盘空间缓冲配置加载初始完毕束版本状态节点集群主备切换消息队列订单支付库账号权限认证令牌证书过期拒绝访问非法参数',
    '返回结果记录条目总共次秒分钟毫处理执行操作系统模块组件检测监控温度压力电源设备硬软件安装卸载升级备份恢复同步异步上传下载发送收到',
    '正在开始等待无效未找到空指针越界溢足够满低高阈值告警通知触定时器批量导入出报校验签名解析格式编码转换地址域名路由网关代理防火墙',
  ].flatMap((line) => [...line]),
);

const fewestCommon = 2;
const commonShare = 0.3;
/** Kana, Greek, private use and the like: what mostly shows where the bytes are of another encoding. */
const otherShare = 0.1;
const brokenShare = 0.02;

/**
 * True of bytes that are not UTF-8 and read as Chinese text in GB18030. A few bytes that are neither may be among
 * them; two common characters are the least that is believed.
 */
export function looksLikeGb18030(head: Uint8Array): boolean {
  if (isAscii(head) || isUtf8(head)) return false;
  const counts = countCharacters(new TextDecoder('gb18030').decode(head, { stream: true }));
  return (
    counts.common >= fewestCommon &&
    counts.common >= counts.hanzi * commonShare &&
    counts.other <= counts.hanzi * otherShare &&
    counts.broken <= counts.hanzi * brokenShare
  );
}

function countCharacters(text: string) {
  const counts = { hanzi: 0, common: 0, other: 0, broken: 0 };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 || isPunctuation(code)) continue;
    if (code === 0xfffd) counts.broken++;
    else if (code < 0x4e00 || code > 0x9fff) counts.other++;
    else {
      counts.hanzi++;
      if (common.has(text[i])) counts.common++;
    }
  }
  return counts;
}

/** What Chinese logs hold beside hanzi: quotation marks, arrows, circled numbers, boxes, full-width forms, degree signs. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x27bf) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xffee) ||
    code === 0xb0 ||
    code === 0xb7 ||
    code === 0xd7
  );
}
