import type { DefaultRow } from './default-row';

/** Machine, kernel, disk, memory, processes. */
export const systemRows = [
  {
    id: 'out-of-memory',
    severity: 'critical',
    title: 'out of memory',
    hint: 'Which process grew, and since when? Compare its memory limit with what it needs.',
    keywords: `
      out of memory, oom killed, oom killer, oom kill, oom score, cannot allocate memory,
      can t allocate memory, failed to allocate memory, memory allocation failed, memory exhausted,
      insufficient memory, enomem, killed process # … total vm, java heap space,
      gc overhead limit exceeded`,
    chinese: '内存不足, 内存溢出, 内存耗尽, 无法分配内存',
  },
  {
    id: 'killed-by-signal',
    severity: 'high',
    title: 'process killed',
    hint: 'Exit code 137 is SIGKILL, often the memory limit; 143 is SIGTERM, a stop that was asked for.',
    keywords: `
      killed by signal, terminated by signal, terminating on signal, killed process #, process killed,
      signal kill, sigkill`,
    chinese: '进程被杀死, 进程被终止',
  },
  {
    id: 'exit-by-kill',
    severity: 'high',
    title: 'process ended by a signal',
    hint: 'Exit code 137 is SIGKILL, often the memory limit; 139 is a segmentation fault, 134 an abort.',
    keywords: `
      exit code #, exit code = #, exit status #, exit status = #, exited with code #,
      exited with status #, exited with exit code #, return code #, returned exit code #`,
    chinese: '退出码 #',
    value: { isOneOf: [134, 135, 137, 139] },
  },
  {
    id: 'segmentation-fault',
    severity: 'critical',
    title: 'segmentation fault',
    hint: 'Native code touched memory it must not. Look for the core dump, and for what was updated last.',
    keywords: `
      segfault, segmentation fault, segmentation violation, sigsegv, sigbus, bus error,
      general protection fault, access violation, invalid memory reference, data storage interrupt,
      instruction storage interrupt, data abort, prefetch abort`,
    chinese: '段错误',
  },
  {
    id: 'kernel-panic',
    severity: 'critical',
    title: 'kernel panic',
    hint: 'The kernel stopped. Look at what it says just before, and at drivers and memory of the machine.',
    keywords: `
      kernel panic, kernel oops, kernel bug at, unable to handle kernel, double fault,
      fatal exception in interrupt, kernel terminated`,
    chinese: '内核崩溃, 内核恐慌',
  },
  {
    id: 'core-dump',
    severity: 'critical',
    title: 'process dumped core',
    hint: 'Open the core dump with a debugger; the last lines of the same process say what it was doing.',
    keywords: 'core dumped, dumped core, dumping core, generating core, sigabrt',
    chinese: '核心已转储, 核心转储',
  },
  {
    id: 'disk-full',
    severity: 'critical',
    title: 'disk full',
    hint: 'Find what fills the disk: old logs, temporary files, a table that grows.',
    keywords: `
      no space left, enospc, disk full, disk is full, filesystem full, file system full,
      file system is full, filesystem is full, volume is full, out of disk space, not enough disk space,
      not enough space on, insufficient disk space, insufficient storage, out of inodes`,
    chinese: '磁盘空间不足, 磁盘已满, 磁盘满, 空间不足',
  },
  {
    id: 'disk-nearly-full',
    severity: 'medium',
    title: 'disk nearly full',
    hint: 'Find what fills the disk before it is full: old logs, temporary files, a table that grows.',
    keywords: `
      low disk space, disk space low, disk space is low, low on disk space, running out of disk space,
      disk usage above, disk almost full, disk … full, volume … full, partition … full, disk pressure`,
    chinese: '磁盘空间即将不足, 磁盘使用率过高',
  },
  {
    id: 'quota-exceeded',
    severity: 'high',
    title: 'quota exceeded',
    hint: 'Raise the quota or free what is no longer needed.',
    keywords: `
      disk quota exceeded, quota exceeded, exceeded quota, exceeds quota, exceeded your quota,
      over quota, edquot, storage limit exceeded`,
    chinese: '超出配额, 配额不足, 配额已用完',
  },
  {
    id: 'read-only-file-system',
    severity: 'critical',
    title: 'file system is read-only',
    hint: 'The kernel remounts a file system read-only after an error on its disk: look for I/O errors before.',
    keywords: `
      read only file system, read only filesystem, remounting filesystem read only, remounted read only,
      erofs`,
    chinese: '只读文件系统',
  },
  {
    id: 'io-error',
    severity: 'high',
    title: 'input/output error',
    hint: 'Check the disk, its cable and controller: SMART values, kernel messages.',
    keywords: `
      i o error, i o errors, io error, input output error, buffer i o error, disk error, medium error,
      unrecovered read error, bad sector, bad block, write fault, drive failure, disk failure`,
    chinese: '输入输出错误, 磁盘错误, 读写错误',
  },
  {
    id: 'hardware-error',
    severity: 'critical',
    title: 'hardware error',
    hint: 'Memory, processor or bus report errors: check the machine, and move the load off it.',
    keywords: `
      hardware error, machine check interrupt, machine check exception, machine check error,
      uncorrectable, parity error, ecc error, memory error, tlb error, bus fault, cpu stall, soft lockup,
      hard lockup, temperature above threshold, power supply failure, fan failure`,
    chinese: '硬件错误, 硬件故障',
  },
  {
    id: 'corruption',
    severity: 'critical',
    title: 'data corrupted',
    hint: 'Stop writing, check the disk, and compare with the last good backup.',
    keywords: `
      data corruption, corruption detected, is corrupt, is damaged, is corrupted, corrupted data, corrupt data,
      corrupt file, corrupted file, corrupted index, corrupt block, checksum mismatch, checksum error,
      checksum failed, checksum does not match, crc error, crc mismatch, digest mismatch,
      superblock … invalid`,
    chinese: '数据损坏, 文件损坏, 校验和不匹配, 校验失败',
  },
  {
    id: 'too-many-open-files',
    severity: 'high',
    title: 'too many open files',
    hint: 'Something opens files or sockets and does not close them, or the limit (ulimit -n) is too low.',
    keywords: `
      too many open files, emfile, enfile, file descriptor limit, out of file descriptors,
      file table overflow`,
    chinese: '打开的文件过多, 文件句柄耗尽',
  },
  {
    id: 'cannot-start-process',
    severity: 'high',
    title: 'no more processes or threads',
    hint: 'The limit of processes or threads is reached, or memory for their stacks is: count them.',
    keywords: `
      unable to create native thread, unable to create new native thread, cannot create thread,
      can t start new thread, fork failed, cannot fork, fork … resource temporarily unavailable,
      process limit reached`,
    chinese: '无法创建线程, 无法创建进程',
  },
  {
    id: 'hung-task',
    severity: 'high',
    title: 'task hangs',
    hint: 'It waits for a disk, a lock or a network mount: look at its stack.',
    keywords: 'hung task, blocked for more than, task … blocked, stuck for',
    chinese: '任务挂起',
  },
  {
    id: 'permission-denied',
    severity: 'medium',
    title: 'permission denied',
    hint: 'Compare the owner and mode of what is named with the user the process runs as; look for a deployment just before.',
    keywords: `
      permission denied, operation not permitted, insufficient permissions, insufficient privileges,
      eacces, eperm`,
    chinese: '权限不足, 没有权限, 权限被拒绝, 无权限',
  },
  {
    id: 'mount-failed',
    severity: 'high',
    title: 'volume cannot be mounted',
    hint: 'Is the volume there, and does another machine hold it?',
    keywords: `
      mount failed, failed to mount, cannot mount, unable to mount, stale file handle,
      stale nfs file handle`,
    chinese: '挂载失败',
  },
  {
    id: 'service-failed',
    severity: 'high',
    title: 'service failed',
    hint: 'Read what the service wrote before it ended, and whether it is started again.',
    keywords: `
      entered failed state, failed with result, start request repeated too quickly,
      back off restarting failed container, crash loop back off, crash loop, restarting too often,
      liveness probe failed, main process exited, unexpectedly terminated, terminated unexpectedly,
      exited unexpectedly, respawning too fast`,
    chinese: '服务启动失败, 服务异常退出',
  },
  {
    id: 'watchdog',
    severity: 'high',
    title: 'watchdog fired',
    hint: 'Something did not answer for too long: look at what it did last.',
    keywords: 'watchdog timeout, watchdog timed out, watchdog fired, watchdog … reset',
    chinese: '看门狗超时',
  },
  {
    id: 'clock-skew',
    severity: 'medium',
    title: 'clock differs',
    hint: 'Check time synchronisation of the machines involved: tokens, certificates and leases depend on it.',
    keywords: `
      clock skew, clock drift, clock went backwards, clock is behind, clock moved backwards,
      time has been changed, time jumped, not synchronized to, request time too skewed`,
    chinese: '时钟偏差, 时钟不同步, 时钟回拨',
  },
  {
    id: 'overheating',
    severity: 'high',
    title: 'too hot',
    hint: 'Check fans and air; the processor slows down or switches off.',
    keywords: 'thermal shutdown, thermal throttling, overheating, over temperature',
    chinese: '温度过高, 过热',
  },
] as const satisfies readonly DefaultRow[];
