/**
 * Words that name a kind of trouble, in English and Chinese. They are what people call it, and what the log says of it; a word that
 * says no more than that something failed (timeout of a caller, unavailable) is none, or any answer would be right.
 */
export const causeWords: Readonly<Record<string, RegExp>> = {
  'pool-exhausted': /connection pool|pool (?:is |was )?(?:exhausted|full|used up)|exhausted pool|连接池/i,
  'certificate-expired': /certificate|证书/i,
  'dns-failure': /\bdns\b|name resolution|name server|resolv(?:e|ing) (?:the )?(?:host|name)|域名|解析/i,
  'disk-full':
    /disk (?:space|full|(?:is|was|became|ran) (?:full|out))|out of (?:disk )?space|no space left|volume .{0,60}\bfull|full volume|磁盘|空间不足|剩余空间|写满/i,
  'memory-leak': /out ?of ?memory|memory leak|ran out of memory|heap|\boom\b|内存/i,
  deadlock: /deadlock|死锁/i,
  'bad-deploy':
    /deploy|rollout|(?:new|bad|faulty|broken) (?:version|release)|9\.0\.0|null ?pointer|发布|部署|新版本|空指针/i,
  'primary-lost':
    /read-only|lost its primary|(?:new|no|lost) primary|accepts? no writes|25006|failover|主库|只读|主节点/i,
  'rate-limited': /rate.?limit|\b429\b|too many requests|quota|限流|配额|请求过多/i,
  'files-used-up': /file descriptor|(?:too many )?open files|文件描述符|文件句柄|打开的文件/i,
  'slow-queries': /slow (?:sql )?quer|without (?:an )?index|missing index|table scan|慢查询|索引/i,
  'brute-force':
    /brute.?force|guess\w* (?:of )?passwords?|password.?guess|credential stuffing|failed log-?ins|locked out|锁定|暴力破解|猜测?.{0,4}密码|撞库/i,
  host: /time[ds]?[ -]?out|gave up waiting|giv\w+ up waiting|超时/i,
};
